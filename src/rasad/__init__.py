"""Rasad reads Persian news of conflict and diplomacy and keeps what each report says as records."""
