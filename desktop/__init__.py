"""The recorder: window, kiosk, tray, and the station that joins recording and uploading."""
