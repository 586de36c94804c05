// While reports are taken in the page tells how far that is, without being loaded anew; when it is over it is loaded once.

const WAIT = 1000;

async function look() {
  const now = document.getElementById("intake");
  try {
    const answer = await fetch(location.href);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.getElementById("intake");
    if (!next || !document.querySelector("progress") || !page.querySelector("progress")) return location.reload();
    now.replaceWith(next);
  } catch { /* the server does not answer: it is asked again */ }
  return setTimeout(look, WAIT);
}
setTimeout(look, WAIT);
