"""The recorder: the window, the kiosk, the tray and the station that joins recording and uploading."""
