<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Holdfast</name>
    <message>
        <source>A recording is running already.</source>
        <extracomment>desktop/app.py</extracomment>
        <translation>Es läuft schon eine Aufnahme.</translation>
    </message>
    <message>
        <source>Changing to the {devices} that you chose. What was recorded is safe; recording goes on in a moment, and the gap is noted.</source>
        <extracomment>desktop/choosing.py</extracomment>
        <translation>Es wird gewechselt: {devices}, wie Sie gewählt haben. Das bisher Aufgenommene ist sicher; die Aufnahme geht gleich weiter, und die Lücke wird vermerkt.</translation>
    </message>
    <message>
        <source>It failed while recording {recording}.</source>
        <extracomment>desktop/deck.py</extracomment>
        <translation>Es ist beim Aufnehmen von {recording} fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The recording&apos;s manifest could not be written ({error}). Everything recorded is safe in {path}, and the next start finishes it.</source>
        <extracomment>desktop/deck.py</extracomment>
        <translation>Das Manifest der Aufnahme konnte nicht geschrieben werden ({error}). Alles Aufgenommene ist sicher in {path}; der nächste Start stellt es fertig.</translation>
    </message>
    <message>
        <source>Enter the receiver&apos;s address. Your study team has it.</source>
        <extracomment>desktop/enrolling.py</extracomment>
        <translation>Geben Sie die Adresse des Empfängers ein. Ihr Studienteam hat sie.</translation>
    </message>
    <message>
        <source>Enter the enrolment code. Your study team makes one for each computer.</source>
        <extracomment>desktop/enrolling.py</extracomment>
        <translation>Geben Sie den Anmeldecode ein. Ihr Studienteam erstellt für jeden Computer einen.</translation>
    </message>
    <message>
        <source>This is no invitation to a receiver. Nothing was changed; ask your study team for another one.</source>
        <extracomment>desktop/enrolling.py</extracomment>
        <translation>Das ist keine Einladung zu einem Empfänger. Es wurde nichts geändert; bitten Sie Ihr Studienteam um eine andere.</translation>
    </message>
    <message>
        <source>What was recorded is safe, and recording goes on with it. Is that right?</source>
        <extracomment>desktop/expected.py</extracomment>
        <translation>Das bisher Aufgenommene ist sicher, und die Aufnahme geht damit weiter. Ist das richtig?</translation>
    </message>
    <message>
        <source>Recording works with it. Is that right?</source>
        <extracomment>desktop/expected.py</extracomment>
        <translation>Das Aufnehmen funktioniert damit. Ist das richtig?</translation>
    </message>
    <message>
        <source>Permission denied: {there}</source>
        <extracomment>desktop/first_start.py</extracomment>
        <translation>Zugriff verweigert: {there}</translation>
    </message>
    <message>
        <source>Nothing has reached the disk for 3 seconds, although the camera works. What was written before is safe. Check the disk and its cable; if this does not end, stop and keep the recording.</source>
        <extracomment>desktop/growth.py</extracomment>
        <translation>Seit 3 Sekunden kommt nichts auf der Festplatte an, obwohl die Kamera arbeitet. Was vorher geschrieben wurde, ist sicher. Prüfen Sie die Festplatte und ihr Kabel; hört das nicht auf, beenden und behalten Sie die Aufnahme.</translation>
    </message>
    <message>
        <source>A PIN has {LEAST_DIGITS} to {MOST_DIGITS} digits and nothing else.</source>
        <extracomment>desktop/operator_pin.py</extracomment>
        <translation>Eine PIN hat {LEAST_DIGITS} bis {MOST_DIGITS} Ziffern und sonst nichts.</translation>
    </message>
    <message>
        <source>The receiver on this computer did not start. Recordings are safe and wait; {log_file} says why.</source>
        <extracomment>desktop/own_receiver.py</extracomment>
        <translation>Der Empfänger auf diesem Computer ist nicht gestartet. Aufnahmen sind sicher und warten; {log_file} sagt, warum.</translation>
    </message>
    <message>
        <source>The receiver on this computer did not answer in time. Nothing was changed; try again when this computer has less to do.</source>
        <extracomment>desktop/own_receiver.py</extracomment>
        <translation>Der Empfänger auf diesem Computer hat nicht rechtzeitig geantwortet. Es wurde nichts geändert; versuchen Sie es noch einmal, wenn dieser Computer weniger zu tun hat.</translation>
    </message>
    <message>
        <source>The receiver did not say why not.</source>
        <extracomment>desktop/own_receiver.py</extracomment>
        <translation>Der Empfänger hat nicht gesagt, warum nicht.</translation>
    </message>
    <message>
        <source>This recording cannot be played here. Its files are untouched.</source>
        <extracomment>desktop/playback/player.py</extracomment>
        <translation>Diese Aufnahme lässt sich hier nicht abspielen. Ihre Dateien sind unberührt.</translation>
    </message>
    <message>
        <source>There is no video of this recording on this computer.</source>
        <extracomment>desktop/playback/timeline.py</extracomment>
        <translation>Von dieser Aufnahme ist kein Video auf diesem Computer.</translation>
    </message>
    <message>
        <source>Nothing of {name} is finished yet. Try again in a moment.</source>
        <extracomment>desktop/playback/timeline.py</extracomment>
        <translation>Von {name} ist noch nichts fertig. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>{name} is not on this computer any more. What the receiver confirmed may be deleted here; play it there.</source>
        <extracomment>desktop/playback/timeline.py</extracomment>
        <translation>{name} ist nicht mehr auf diesem Computer. Was der Empfänger bestätigt hat, darf hier gelöscht werden; spielen Sie es dort ab.</translation>
    </message>
    <message>
        <source>{name} cannot be played ({said}). The file is untouched.</source>
        <extracomment>desktop/playback/timeline.py</extracomment>
        <translation>{name} lässt sich nicht abspielen ({said}). Die Datei ist unberührt.</translation>
    </message>
    <message>
        <source>The pictures were not checked: there was no memory to show them in.</source>
        <extracomment>desktop/quality_check.py</extracomment>
        <translation>Die Bilder wurden nicht geprüft: Es gab keinen Speicher, um sie zu zeigen.</translation>
    </message>
    <message>
        <source>The pictures were not checked: the recording ended before the first look.</source>
        <extracomment>desktop/quality_check.py</extracomment>
        <translation>Die Bilder wurden nicht geprüft: Die Aufnahme endete vor dem ersten Blick.</translation>
    </message>
    <message>
        <source>The pictures were not checked: the check stopped unexpectedly. The recording is not affected.</source>
        <extracomment>desktop/quality_process.py</extracomment>
        <translation>Die Bilder wurden nicht geprüft: Die Prüfung brach unerwartet ab. Die Aufnahme ist davon nicht betroffen.</translation>
    </message>
    <message>
        <source>The pictures were not checked: the check did not answer in time. The recording is not affected.</source>
        <extracomment>desktop/quality_process.py</extracomment>
        <translation>Die Bilder wurden nicht geprüft: Die Prüfung hat nicht rechtzeitig geantwortet. Die Aufnahme ist davon nicht betroffen.</translation>
    </message>
    <message>
        <source>The pictures were not checked: the check was still starting. The recording is not affected.</source>
        <extracomment>desktop/quality_process.py</extracomment>
        <translation>Die Bilder wurden nicht geprüft: Die Prüfung war noch am Starten. Die Aufnahme ist davon nicht betroffen.</translation>
    </message>
    <message>
        <source>Camera “{name}” was unplugged or stopped. What was recorded is safe; the recording goes on when it is back, and the gap is noted.</source>
        <extracomment>desktop/recording/camera.py</extracomment>
        <translation>Kamera „{name}“ wurde abgezogen oder ist stehen geblieben. Das bisher Aufgenommene ist sicher; die Aufnahme geht weiter, sobald sie wieder da ist, und die Lücke wird vermerkt.</translation>
    </message>
    <message>
        <source>No camera is connected.</source>
        <extracomment>desktop/recording/camera.py</extracomment>
        <translation>Es ist keine Kamera angeschlossen.</translation>
    </message>
    <message>
        <source>There is no camera {path}; nothing is recorded. {what_there_is} Plug it in and try again.</source>
        <extracomment>desktop/recording/camera.py</extracomment>
        <translation>Es gibt keine Kamera {path}; es wird nichts aufgenommen. {what_there_is} Schließen Sie sie an und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This user may not open {node}; nothing is recorded. Add the user to the group “video”, then log in again.</source>
        <extracomment>desktop/recording/camera.py</extracomment>
        <translation>Dieses Benutzerkonto darf {node} nicht öffnen; es wird nichts aufgenommen. Nehmen Sie es in die Gruppe „video“ auf und melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>Another program uses camera “{name}”; nothing is recorded. Close that program, then try again.</source>
        <extracomment>desktop/recording/camera.py</extracomment>
        <translation>Ein anderes Programm benutzt die Kamera „{name}“; es wird nichts aufgenommen. Schließen Sie jenes Programm und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Camera “{name}” opened but gave no picture; nothing is recorded. Unplug it and plug it in again, or choose another.</source>
        <extracomment>desktop/recording/camera.py</extracomment>
        <translation>Kamera „{name}“ ließ sich öffnen, gab aber kein Bild; es wird nichts aufgenommen. Ziehen Sie sie ab und stecken Sie sie wieder an, oder wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>The microphone did not answer within 5 seconds. The recording is made without sound. Check the microphone if sound is needed.</source>
        <extracomment>desktop/recording/capture.py</extracomment>
        <translation>Das Mikrofon hat 5 Sekunden lang nicht geantwortet. Es wird ohne Ton aufgenommen. Prüfen Sie das Mikrofon, falls Ton gebraucht wird.</translation>
    </message>
    <message>
        <source>The recorder has a fault ({name}). What was recorded so far is safe; the details are in the log.</source>
        <extracomment>desktop/recording/capture.py</extracomment>
        <translation>Im Aufnahmeprogramm ist ein Fehler ({name}). Das bisher Aufgenommene ist sicher; Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>The sound system could not be asked which microphones there are ({how}). Recording works without sound. Restart the computer&apos;s sound service, then try again.</source>
        <extracomment>desktop/recording/devices.py</extracomment>
        <translation>Das Tonsystem konnte nicht gefragt werden, welche Mikrofone es gibt ({how}). Aufnehmen ohne Ton geht. Starten Sie den Tondienst des Computers neu und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Space for less than 1 minute left at this quality.</source>
        <extracomment>desktop/recording/disk.py</extracomment>
        <translation>Noch Platz für weniger als 1 Minute in dieser Qualität.</translation>
    </message>
    <message>
        <source>Space for {minutes} minute{s} left at this quality.</source>
        <extracomment>desktop/recording/disk.py</extracomment>
        <translation>Noch Platz für {minutes} min in dieser Qualität.</translation>
    </message>
    <message>
        <source>Not enough space to record ({left} left, {seconds_needed} needed). Nothing was recorded; earlier recordings are safe. Free some space{connect}{shorter}.</source>
        <extracomment>desktop/recording/disk.py</extracomment>
        <translation>Nicht genug Platz zum Aufnehmen (noch {left}, nötig sind {seconds_needed}). Es wurde nichts aufgenommen; frühere Aufnahmen sind sicher. Schaffen Sie Platz{connect}{shorter}.</translation>
    </message>
    <message>
        <source>The first disk is nearly full; recordings go to {folder}.</source>
        <extracomment>desktop/recording/disk.py</extracomment>
        <translation>Die erste Festplatte ist fast voll; Aufnahmen kommen nach {folder}.</translation>
    </message>
    <message>
        <source>The disk is nearly full. The recording was ended in good order, all of it is safe, and another one goes on at once in {folder}.</source>
        <extracomment>desktop/recording/disk.py</extracomment>
        <translation>Die Festplatte ist fast voll. Die Aufnahme wurde ordentlich beendet, alles davon ist sicher, und in {folder} geht sofort eine neue weiter.</translation>
    </message>
    <message>
        <source>The encoder could not be started ({error}). Nothing of this part was recorded.</source>
        <extracomment>desktop/recording/encoder.py</extracomment>
        <translation>Der Encoder ließ sich nicht starten ({error}). Von diesem Teil wurde nichts aufgenommen.</translation>
    </message>
    <message>
        <source>The encoder stopped ({error}). Every segment that was closed is safe.</source>
        <extracomment>desktop/recording/encoder.py</extracomment>
        <translation>Der Encoder ist stehen geblieben ({error}). Jeder abgeschlossene Abschnitt ist sicher.</translation>
    </message>
    <message>
        <source>The recording could not go on</source>
        <extracomment>desktop/recording/errors.py</extracomment>
        <translation>Die Aufnahme konnte nicht weitergehen</translation>
    </message>
    <message>
        <source>No such source</source>
        <extracomment>desktop/recording/errors.py</extracomment>
        <translation>Diese Quelle gibt es nicht</translation>
    </message>
    <message>
        <source>The device is not there</source>
        <extracomment>desktop/recording/errors.py</extracomment>
        <translation>Das Gerät ist nicht da</translation>
    </message>
    <message>
        <source>Another program uses the device</source>
        <extracomment>desktop/recording/errors.py</extracomment>
        <translation>Ein anderes Programm benutzt das Gerät</translation>
    </message>
    <message>
        <source>The device was lost</source>
        <extracomment>desktop/recording/errors.py</extracomment>
        <translation>Das Gerät ist verloren gegangen</translation>
    </message>
    <message>
        <source>The picture stands still</source>
        <extracomment>desktop/recording/errors.py</extracomment>
        <translation>Das Bild steht still</translation>
    </message>
    <message>
        <source>Another device was chosen</source>
        <extracomment>desktop/recording/errors.py</extracomment>
        <translation>Ein anderes Gerät wurde gewählt</translation>
    </message>
    <message>
        <source>The source cannot be read</source>
        <extracomment>desktop/recording/errors.py</extracomment>
        <translation>Die Quelle lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <extracomment>desktop/recording/errors.py</extracomment>
        <translation>Die Festplatte ist voll</translation>
    </message>
    <message>
        <source>Not enough space to record</source>
        <extracomment>desktop/recording/errors.py</extracomment>
        <translation>Nicht genug Platz zum Aufnehmen</translation>
    </message>
    <message>
        <source>The recordings folder cannot be written</source>
        <extracomment>desktop/recording/errors.py</extracomment>
        <translation>In den Ordner der Aufnahmen lässt sich nicht schreiben</translation>
    </message>
    <message>
        <source>The encoder stopped</source>
        <extracomment>desktop/recording/errors.py</extracomment>
        <translation>Der Encoder ist stehen geblieben</translation>
    </message>
    <message>
        <source>The recorder has a fault ({name}: {error}). What was recorded so far is safe; the details are in the log.</source>
        <extracomment>desktop/recording/host.py</extracomment>
        <translation>Im Aufnahmeprogramm ist ein Fehler ({name}: {error}). Das bisher Aufgenommene ist sicher; Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>The disk is full ({path}). What was recorded so far is safe. Free some space, then record again.</source>
        <extracomment>desktop/recording/journal_file.py</extracomment>
        <translation>Die Festplatte ist voll ({path}). Das bisher Aufgenommene ist sicher. Schaffen Sie Platz und nehmen Sie dann weiter auf.</translation>
    </message>
    <message>
        <source>{path} cannot be written ({error}). What was recorded so far is safe. Check the folder&apos;s disk, then record again.</source>
        <extracomment>desktop/recording/journal_file.py</extracomment>
        <translation>{path} lässt sich nicht schreiben ({error}). Das bisher Aufgenommene ist sicher. Prüfen Sie die Festplatte des Ordners und nehmen Sie dann weiter auf.</translation>
    </message>
    <message>
        <source>There is no microphone</source>
        <extracomment>desktop/recording/microphone.py</extracomment>
        <translation>Es gibt kein Mikrofon</translation>
    </message>
    <message>
        <source>A file that is read as fast as it decodes leaves no time for sound. Leave out the sound, or let the file run at its own speed.</source>
        <extracomment>desktop/recording/microphone.py</extracomment>
        <translation>Eine Datei, die so schnell wie möglich gelesen wird, lässt keine Zeit für Ton. Lassen Sie den Ton weg, oder lassen Sie die Datei in ihrem eigenen Tempo laufen.</translation>
    </message>
    <message>
        <source>There is no microphone. The recording is made without sound. Plug one in and record again if sound is needed.</source>
        <extracomment>desktop/recording/microphone.py</extracomment>
        <translation>Es gibt kein Mikrofon. Es wird ohne Ton aufgenommen. Schließen Sie eines an und nehmen Sie noch einmal auf, falls Ton gebraucht wird.</translation>
    </message>
    <message>
        <source>The microphone “{name}” could not be opened ({args}). The recording is made without sound. Close other programs that use it if sound is needed.</source>
        <extracomment>desktop/recording/microphone.py</extracomment>
        <translation>Das Mikrofon „{name}“ ließ sich nicht öffnen ({args}). Es wird ohne Ton aufgenommen. Schließen Sie andere Programme, die es benutzen, falls Ton gebraucht wird.</translation>
    </message>
    <message>
        <source>Nothing is lost: the preview is slower and sending waits.</source>
        <extracomment>desktop/recording/overload.py</extracomment>
        <translation>Nichts geht verloren: Die Vorschau ist langsamer, und das Senden wartet.</translation>
    </message>
    <message>
        <source>Nothing is lost: the preview is slower.</source>
        <extracomment>desktop/recording/overload.py</extracomment>
        <translation>Nichts geht verloren: Die Vorschau ist langsamer.</translation>
    </message>
    <message>
        <source>Memory is short. Nothing is lost: sending waits while this is recorded.</source>
        <extracomment>desktop/recording/overload.py</extracomment>
        <translation>Der Arbeitsspeicher ist knapp. Nichts geht verloren: Das Senden wartet, solange aufgenommen wird.</translation>
    </message>
    <message>
        <source>The recorder has a fault and stopped. What was recorded so far is safe; the details are in the log.</source>
        <extracomment>desktop/recording/parts.py</extracomment>
        <translation>Das Aufnahmeprogramm hat einen Fehler und ist stehen geblieben. Das bisher Aufgenommene ist sicher; Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>There is no encoder “{encoder}” here. Nothing of this part was recorded.</source>
        <extracomment>desktop/recording/picture_track.py</extracomment>
        <translation>Hier gibt es keinen Encoder „{encoder}“. Von diesem Teil wurde nichts aufgenommen.</translation>
    </message>
    <message>
        <source>“{encoder}” encodes no pictures. Nothing of this part was recorded.</source>
        <extracomment>desktop/recording/picture_track.py</extracomment>
        <translation>„{encoder}“ kodiert keine Bilder. Von diesem Teil wurde nichts aufgenommen.</translation>
    </message>
    <message>
        <source>The camera sends the same picture again and again. What was recorded is safe. It is opened anew by itself; if that does not help, unplug it and plug it in again.</source>
        <extracomment>desktop/recording/picture_watch.py</extracomment>
        <translation>Die Kamera sendet immer wieder dasselbe Bild. Das bisher Aufgenommene ist sicher. Sie wird von selbst neu geöffnet; hilft das nicht, ziehen Sie sie ab und stecken Sie sie wieder an.</translation>
    </message>
    <message>
        <source>The picture has stood still for half a minute. If this camera looks at people, it hangs: unplug it and plug it in again. What was recorded is safe.</source>
        <extracomment>desktop/recording/picture_watch.py</extracomment>
        <translation>Das Bild steht seit einer halben Minute still. Falls diese Kamera Menschen sieht, hängt sie: Ziehen Sie sie ab und stecken Sie sie wieder an. Das bisher Aufgenommene ist sicher.</translation>
    </message>
    <message>
        <source>The picture is black. Take off the lens cap, open the camera&apos;s shutter, or switch the light on.</source>
        <extracomment>desktop/recording/picture_watch.py</extracomment>
        <translation>Das Bild ist schwarz. Nehmen Sie die Kappe ab, öffnen Sie die Blende der Kamera, oder schalten Sie das Licht ein.</translation>
    </message>
    <message>
        <source>The camera&apos;s picture changed its size to {width} x {height}. What was recorded so far is safe; the recording goes on as a new part.</source>
        <extracomment>desktop/recording/pictures.py</extracomment>
        <translation>Das Bild der Kamera ist jetzt {width} x {height} groß. Das bisher Aufgenommene ist sicher; die Aufnahme geht als neuer Teil weiter.</translation>
    </message>
    <message>
        <source>Picture and sound look good.</source>
        <extracomment>desktop/ui/kiosk/texts.py, REVIEW_GOOD</extracomment>
        <translation>Bild und Ton sehen gut aus.</translation>
    </message>
    <message>
        <source>No face was seen{unseen}.</source>
        <extracomment>desktop/recording/quality.py</extracomment>
        <translation>Es war{unseen} kein Gesicht zu sehen.</translation>
    </message>
    <message>
        <source>The picture was too dark{dark}.</source>
        <extracomment>desktop/recording/quality.py</extracomment>
        <translation>Das Bild war{dark} zu dunkel.</translation>
    </message>
    <message>
        <source>The picture was blurred{blurred}.</source>
        <extracomment>desktop/recording/quality.py</extracomment>
        <translation>Das Bild war{blurred} unscharf.</translation>
    </message>
    <message>
        <source>The picture stood still{frozen}.</source>
        <extracomment>desktop/recording/quality.py</extracomment>
        <translation>Das Bild stand{frozen} still.</translation>
    </message>
    <message>
        <source>The sound was silent{silent}.</source>
        <extracomment>desktop/recording/quality.py</extracomment>
        <translation>Der Ton war{silent} stumm.</translation>
    </message>
    <message>
        <source>The sound was too loud and distorted{clipped}.</source>
        <extracomment>desktop/recording/quality.py</extracomment>
        <translation>Der Ton war{clipped} zu laut und verzerrt.</translation>
    </message>
    <message>
        <source>The recording is {duration_s} s long, shorter than {target_s} s.</source>
        <extracomment>desktop/recording/quality.py</extracomment>
        <translation>Die Aufnahme ist {duration_s} s lang, kürzer als {target_s} s.</translation>
    </message>
    <message>
        <source>The recording is {duration_s} s long, longer than {wanted_s} s.</source>
        <extracomment>desktop/recording/quality.py</extracomment>
        <translation>Die Aufnahme ist {duration_s} s lang, länger als {wanted_s} s.</translation>
    </message>
    <message>
        <source>{lost_frames} of {due} pictures were lost.</source>
        <extracomment>desktop/recording/quality.py</extracomment>
        <translation>{lost_frames} von {due} Bildern sind verloren gegangen.</translation>
    </message>
    <message>
        <source>There is no picture in the source; nothing is recorded.</source>
        <extracomment>desktop/recording/recorder.py</extracomment>
        <translation>In der Quelle ist kein Bild; es wird nichts aufgenommen.</translation>
    </message>
    <message>
        <source>Another program is closing the recording in {path}; nothing is recorded. Start a new recording.</source>
        <extracomment>desktop/recording/one_recording.py</extracomment>
        <translation>Ein anderes Programm schließt gerade die Aufnahme in {path} ab; es wird nichts aufgenommen. Beginnen Sie eine neue Aufnahme.</translation>
    </message>
    <message>
        <source>The disk is full, so the recording ended here. Everything recorded until now is safe. Free some space before recording again.</source>
        <extracomment>desktop/recording/segment_store.py</extracomment>
        <translation>Die Festplatte ist voll, darum endete die Aufnahme hier. Alles bis jetzt Aufgenommene ist sicher. Schaffen Sie Platz, bevor Sie wieder aufnehmen.</translation>
    </message>
    <message>
        <source>The recordings folder cannot be written to ({reason}). All closed segments are safe. Check the disk before recording again.</source>
        <extracomment>desktop/recording/segment_store.py</extracomment>
        <translation>In den Ordner der Aufnahmen lässt sich nicht schreiben ({reason}). Alle abgeschlossenen Abschnitte sind sicher. Prüfen Sie die Festplatte, bevor Sie wieder aufnehmen.</translation>
    </message>
    <message>
        <source>We cannot hear anything. Is the microphone switched on?</source>
        <extracomment>desktop/recording/sound_watch.py</extracomment>
        <translation>Wir hören nichts. Ist das Mikrofon eingeschaltet?</translation>
    </message>
    <message>
        <source>The sound is too loud and distorted. Turn the microphone down, or move it away.</source>
        <extracomment>desktop/recording/sound_watch.py</extracomment>
        <translation>Der Ton ist zu laut und verzerrt. Stellen Sie das Mikrofon leiser, oder rücken Sie es weg.</translation>
    </message>
    <message>
        <source>We can hardly hear anything. Is this the right microphone, and is it near enough?</source>
        <extracomment>desktop/recording/sound_watch.py</extracomment>
        <translation>Wir hören kaum etwas. Ist es das richtige Mikrofon, und ist es nahe genug?</translation>
    </message>
    <message>
        <source>No stream came from {name}; nothing is recorded from it. Check the address and that the camera is switched on.</source>
        <extracomment>desktop/recording/stream.py</extracomment>
        <translation>Von {name} kam kein Bild; es wird nichts davon aufgenommen. Prüfen Sie die Adresse und ob die Kamera eingeschaltet ist.</translation>
    </message>
    <message>
        <source>The stream from {name} is closed.</source>
        <extracomment>desktop/recording/stream.py</extracomment>
        <translation>Die Übertragung von {name} ist geschlossen.</translation>
    </message>
    <message>
        <source>The camera at {name} sends nothing any more. What was recorded is safe; the recording goes on when it is back, and the gap is noted.</source>
        <extracomment>desktop/recording/stream.py</extracomment>
        <translation>Die Kamera bei {name} sendet nichts mehr. Das bisher Aufgenommene ist sicher; die Aufnahme geht weiter, sobald sie wieder da ist, und die Lücke wird vermerkt.</translation>
    </message>
    <message>
        <source>The scene was read before it was opened: nothing is recorded.</source>
        <extracomment>desktop/recording/test_scene.py</extracomment>
        <translation>Die Testszene wurde gelesen, bevor sie geöffnet war: Es wird nichts aufgenommen.</translation>
    </message>
    <message>
        <source>{path} cannot be read as a video ({why}); nothing was recorded. Choose another file.</source>
        <extracomment>desktop/recording/video_file.py</extracomment>
        <translation>{path} lässt sich nicht als Video lesen ({why}); es wurde nichts aufgenommen. Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>The writer of the recording failed by a fault of its own. All closed segments are safe; the open one is completed when this recording is next opened.</source>
        <extracomment>desktop/recording/writer.py</extracomment>
        <translation>Das Schreiben der Aufnahme ist an einem eigenen Fehler gescheitert. Alle abgeschlossenen Abschnitte sind sicher; der offene wird vervollständigt, sobald diese Aufnahme wieder geöffnet wird.</translation>
    </message>
    <message>
        <source>Another program holds {path}. Nothing was recorded.</source>
        <extracomment>desktop/register.py</extracomment>
        <translation>Ein anderes Programm hält {path}. Es wurde nichts aufgenommen.</translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <extracomment>desktop/morning.py</extracomment>
        <translation>Es wurde nichts aufgenommen.</translation>
    </message>
    <message>
        <source>Written and synced at {speed} MB/s; {free} GB free, about {hours} h of recording; {free2}.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>Geschrieben und gesichert mit {speed} MB/s; {free} GB frei, etwa {hours} h Aufnahme; {free2}.</translation>
    </message>
    <message>
        <source>{duration_s} s, {frames} pictures ({duration_s2} a second), {lost_frames} lost.</source>
        <extracomment>desktop/rehearsal.py</extracomment>
        <translation>{duration_s} s, {frames} Bilder ({duration_s2} je Sekunde), {lost_frames} verloren.</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller picture in the settings.</source>
        <extracomment>desktop/rehearsal.py</extracomment>
        <translation>Schließen Sie andere Programme, oder wählen Sie in den Einstellungen ein kleineres Bild.</translation>
    </message>
    <message>
        <source>There was no sound to measure.</source>
        <extracomment>desktop/rehearsal.py</extracomment>
        <translation>Es gab keinen Ton zu messen.</translation>
    </message>
    <message>
        <source>Plug in a microphone if sound is needed.</source>
        <extracomment>desktop/rehearsal.py</extracomment>
        <translation>Schließen Sie ein Mikrofon an, falls Ton gebraucht wird.</translation>
    </message>
    <message>
        <source>For a measurement, show the camera a screen that flashes with a beep.</source>
        <extracomment>desktop/rehearsal.py</extracomment>
        <translation>Zeigen Sie der Kamera für eine Messung einen Bildschirm, der mit einem Piepton blitzt.</translation>
    </message>
    <message>
        <source>Sound {mean} ms to the picture, {min} to {max}, in {pairs} flashes.</source>
        <extracomment>desktop/rehearsal.py</extracomment>
        <translation>Ton {mean} ms zum Bild, {min} bis {max}, in {pairs} Blitzen.</translation>
    </message>
    <message>
        <source>That is more than one picture ({frame_ms} ms): try another microphone.</source>
        <extracomment>desktop/rehearsal.py</extracomment>
        <translation>Das ist mehr als ein Bild ({frame_ms} ms): Versuchen Sie ein anderes Mikrofon.</translation>
    </message>
    <message>
        <source>The camera sent the same picture again and again and is being opened anew. What was recorded is safe, and the gap is noted.</source>
        <extracomment>desktop/reopening.py</extracomment>
        <translation>Die Kamera hat immer wieder dasselbe Bild gesendet und wird neu geöffnet. Das bisher Aufgenommene ist sicher, und die Lücke wird vermerkt.</translation>
    </message>
    <message>
        <source>The source cannot be changed while a recording runs.</source>
        <extracomment>desktop/decks.py</extracomment>
        <translation>Die Quelle lässt sich nicht wechseln, solange eine Aufnahme läuft.</translation>
    </message>
    <message>
        <source>The devices are in use while a recording runs.</source>
        <extracomment>desktop/decks.py</extracomment>
        <translation>Die Geräte sind in Gebrauch, solange eine Aufnahme läuft.</translation>
    </message>
    <message>
        <source>No source is open; open one first.</source>
        <extracomment>desktop/decks.py</extracomment>
        <translation>Es ist keine Quelle offen; öffnen Sie zuerst eine.</translation>
    </message>
    <message>
        <source>A video file is recorded from its beginning to its end; nothing was changed. Stop the recording before you choose another source.</source>
        <extracomment>desktop/decks.py</extracomment>
        <translation>Eine Videodatei wird von Anfang bis Ende aufgenommen; es wurde nichts geändert. Beenden Sie die Aufnahme, bevor Sie eine andere Quelle wählen.</translation>
    </message>
    <message>
        <source>No source is open; choose a camera first.</source>
        <extracomment>desktop/station.py</extracomment>
        <translation>Es ist keine Quelle offen; wählen Sie zuerst eine Kamera.</translation>
    </message>
    <message>
        <source>A tab stands here; indent with spaces.</source>
        <extracomment>desktop/study_nodes.py</extracomment>
        <translation>Hier steht ein Tabulator; rücken Sie mit Leerzeichen ein.</translation>
    </message>
    <message>
        <source>There is a colon too many; put quotes around a text with a colon in it.</source>
        <extracomment>desktop/study_nodes.py</extracomment>
        <translation>Ein Doppelpunkt ist zu viel; setzen Sie einen Text mit Doppelpunkt in Anführungszeichen.</translation>
    </message>
    <message>
        <source>Here a key without its colon was found; write `key: value`.</source>
        <extracomment>desktop/study_nodes.py</extracomment>
        <translation>Hier steht ein Schlüssel ohne Doppelpunkt; schreiben Sie `key: value`.</translation>
    </message>
    <message>
        <source>This line is indented otherwise than those it belongs to.</source>
        <extracomment>desktop/study_nodes.py</extracomment>
        <translation>Diese Zeile ist anders eingerückt als die, zu denen sie gehört.</translation>
    </message>
    <message>
        <source>Something that was opened is not closed: quotes or brackets.</source>
        <extracomment>desktop/study_nodes.py</extracomment>
        <translation>Etwas Geöffnetes ist nicht geschlossen: Anführungszeichen oder Klammern.</translation>
    </message>
    <message>
        <source>The file is larger than 1 MiB; that is no study.</source>
        <extracomment>desktop/study_nodes.py</extracomment>
        <translation>Die Datei ist größer als 1 MiB; das ist keine Studie.</translation>
    </message>
    <message>
        <source>This line is not UTF-8; save the file as UTF-8.</source>
        <extracomment>desktop/study_nodes.py</extracomment>
        <translation>Diese Zeile ist nicht in UTF-8; speichern Sie die Datei als UTF-8.</translation>
    </message>
    <message>
        <source>A sign stands here that no text has; delete it.</source>
        <extracomment>desktop/study_nodes.py</extracomment>
        <translation>Hier steht ein Zeichen, das kein Text hat; löschen Sie es.</translation>
    </message>
    <message>
        <source>The file is not readable as YAML.</source>
        <extracomment>desktop/study_nodes.py</extracomment>
        <translation>Die Datei lässt sich nicht als YAML lesen.</translation>
    </message>
    <message>
        <source>A study is a list of `key: value` lines.</source>
        <extracomment>desktop/study_nodes.py</extracomment>
        <translation>Eine Studie ist eine Liste von Zeilen `key: value`.</translation>
    </message>
    <message>
        <source>This is not readable as YAML ({problem}).</source>
        <extracomment>desktop/study_nodes.py</extracomment>
        <translation>Das lässt sich nicht als YAML lesen ({problem}).</translation>
    </message>
    <message>
        <source>A key must be a plain word.</source>
        <extracomment>desktop/study_nodes.py</extracomment>
        <translation>Ein Schlüssel muss ein einfaches Wort sein.</translation>
    </message>
    <message>
        <source>A {what} is a list of `key: value` lines.</source>
        <extracomment>desktop/study_nodes.py</extracomment>
        <translation>{what} ist eine Liste von Zeilen `key: value`.</translation>
    </message>
    <message>
        <source>Each of `{key}` must be text; put quotes around it.</source>
        <extracomment>desktop/study_nodes.py</extracomment>
        <translation>Jedes von `{key}` muss Text sein; setzen Sie es in Anführungszeichen.</translation>
    </message>
    <message>
        <source>A consent says `required: true`; a text that nobody agrees to is a `welcome`.</source>
        <extracomment>desktop/study_reading.py</extracomment>
        <translation>Eine Einwilligung sagt `required: true`; ein Text, dem niemand zustimmt, ist ein `welcome`.</translation>
    </message>
    <message>
        <source>A consent that is recorded says in `say` what is said.</source>
        <extracomment>desktop/study_reading.py</extracomment>
        <translation>Eine Einwilligung, die aufgenommen wird, sagt in `say`, was gesprochen wird.</translation>
    </message>
    <message>
        <source>A number that is generated has no pattern, example or list.</source>
        <extracomment>desktop/study_reading.py</extracomment>
        <translation>Eine Nummer, die vergeben wird, hat weder Muster noch Beispiel noch Liste.</translation>
    </message>
    <message>
        <source>A number has up to {NUMBER_LETTERS} letters: {number}...</source>
        <extracomment>desktop/study_reading.py</extracomment>
        <translation>Eine Nummer hat höchstens {NUMBER_LETTERS} Zeichen: {number}...</translation>
    </message>
    <message>
        <source>A `pattern` needs an `example`, which participants are shown.</source>
        <extracomment>desktop/study_reading.py</extracomment>
        <translation>Ein `pattern` braucht ein `example`, das den Versuchspersonen gezeigt wird.</translation>
    </message>
    <message>
        <source>The example {example} does not fit the pattern.</source>
        <extracomment>desktop/study_reading.py</extracomment>
        <translation>Das Beispiel {example} passt nicht zum Muster.</translation>
    </message>
    <message>
        <source>{odd} of the list does not fit the pattern.</source>
        <extracomment>desktop/study_reading.py</extracomment>
        <translation>{odd} aus der Liste passt nicht zum Muster.</translation>
    </message>
    <message>
        <source>Two prompts are called {name}; each needs an id of its own.</source>
        <extracomment>desktop/study_reading.py</extracomment>
        <translation>Zwei Aufgaben heißen {name}; jede braucht eine eigene Kennung.</translation>
    </message>
    <message>
        <source>The recorder stopped unexpectedly. What was recorded is safe; another recorder is being started, and the gap is noted.</source>
        <extracomment>desktop/losses.py</extracomment>
        <translation>Das Aufnahmeprogramm ist unerwartet stehen geblieben. Das bisher Aufgenommene ist sicher; es wird neu gestartet, und die Lücke wird vermerkt.</translation>
    </message>
    <message>
        <source>Another program uses the camera now. What was recorded is safe. Close that program: the recording goes on as soon as the camera is free, and the gap is noted.</source>
        <extracomment>desktop/losses.py</extracomment>
        <translation>Ein anderes Programm benutzt jetzt die Kamera. Das bisher Aufgenommene ist sicher. Schließen Sie jenes Programm: Die Aufnahme geht weiter, sobald die Kamera frei ist, und die Lücke wird vermerkt.</translation>
    </message>
    <message>
        <source>The recorder did not answer any more. What was recorded is safe; another recorder is being started, and the gap is noted.</source>
        <extracomment>desktop/losses.py</extracomment>
        <translation>Das Aufnahmeprogramm hat nicht mehr geantwortet. Das bisher Aufgenommene ist sicher; es wird neu gestartet, und die Lücke wird vermerkt.</translation>
    </message>
    <message>
        <source>The camera gives no picture any more. What was recorded is safe; waiting for it to come back, and the gap is noted.</source>
        <extracomment>desktop/losses.py</extracomment>
        <translation>Die Kamera gibt kein Bild mehr. Das bisher Aufgenommene ist sicher; es wird gewartet, bis sie wieder da ist, und die Lücke wird vermerkt.</translation>
    </message>
    <message>
        <source>The recorder stopped each time it was started, before the first picture. Nothing was recorded. Choose another camera or microphone, or restart the computer.</source>
        <extracomment>desktop/losses.py</extracomment>
        <translation>Das Aufnahmeprogramm blieb bei jedem Start vor dem ersten Bild stehen. Es wurde nichts aufgenommen. Wählen Sie eine andere Kamera oder ein anderes Mikrofon, oder starten Sie den Computer neu.</translation>
    </message>
    <message>
        <source>The sync mark could not be shown: its screen does not answer. The recording goes on without.</source>
        <extracomment>desktop/sync_mark.py</extracomment>
        <translation>Die Synchronmarke konnte nicht gezeigt werden: Ihr Bildschirm antwortet nicht. Die Aufnahme geht ohne sie weiter.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be used ({error}). {safe} Make it writable, or choose another.</source>
        <extracomment>holdfast/command.py</extracomment>
        <translation>Der Ordner {folder} lässt sich nicht benutzen ({error}). {safe} Machen Sie ihn beschreibbar, oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Recordings go to the first disk only, and nothing is lost.</source>
        <extracomment>holdfast/overflow.py</extracomment>
        <translation>Aufnahmen kommen nur auf die erste Festplatte, und nichts geht verloren.</translation>
    </message>
    <message>
        <source>Another receiver answers at {url} than this computer was enrolled at. Recordings are safe here and nothing is sent. If it is the right one, run holdfast enrol {url2} CODE.</source>
        <extracomment>uploader/acquaintance.py</extracomment>
        <translation>Unter {url} antwortet ein anderer Empfänger als der, bei dem dieser Computer angemeldet wurde. Aufnahmen sind hier sicher, und es wird nichts gesendet. Ist es der richtige, führen Sie holdfast enrol {url2} CODE aus.</translation>
    </message>
    <message>
        <source>The receiver at {url} has another key than when this computer was enrolled ({key}, not {receiver_key}). Recordings are safe here and nothing is sent. If holdfast admin identity shows the same key there, run holdfast receiver accept {key2}.</source>
        <extracomment>uploader/acquaintance.py</extracomment>
        <translation>Der Empfänger unter {url} hat einen anderen Schlüssel als bei der Anmeldung dieses Computers ({key}, nicht {receiver_key}). Aufnahmen sind hier sicher, und es wird nichts gesendet. Zeigt dort holdfast admin identity denselben Schlüssel, führen Sie holdfast receiver accept {key2} aus.</translation>
    </message>
    <message>
        <source>The recording in {path} cannot be read ({error}). Nothing was changed.</source>
        <extracomment>uploader/adopt.py</extracomment>
        <translation>Die Aufnahme in {path} lässt sich nicht lesen ({error}). Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The annotations cannot be read ({error}).</source>
        <extracomment>uploader/annotation_delivery.py</extracomment>
        <translation>Die Anmerkungen lassen sich nicht lesen ({error}).</translation>
    </message>
    <message>
        <source>The annotations cannot be read now ({error}).</source>
        <extracomment>uploader/annotation_delivery.py</extracomment>
        <translation>Die Anmerkungen lassen sich gerade nicht lesen ({error}).</translation>
    </message>
    <message>
        <source>The annotations are being changed.</source>
        <extracomment>uploader/annotation_delivery.py</extracomment>
        <translation>Die Anmerkungen werden gerade geändert.</translation>
    </message>
    <message>
        <source>The uploader was stopped; the rest is sent at the next start.</source>
        <extracomment>uploader/attempt.py</extracomment>
        <translation>Das Senden wurde angehalten; der Rest wird beim nächsten Start gesendet.</translation>
    </message>
    <message>
        <source>A recorded file cannot be read now ({error}).</source>
        <extracomment>uploader/attempt.py</extracomment>
        <translation>Eine Aufnahmedatei lässt sich gerade nicht lesen ({error}).</translation>
    </message>
    <message>
        <source>What came back was not the answer to what was sent.</source>
        <extracomment>uploader/attempt.py</extracomment>
        <translation>Was zurückkam, war nicht die Antwort auf das Gesendete.</translation>
    </message>
    <message>
        <source>The receiver found segment {segment} damaged {MISMATCHES_MOST} times, although it is whole on this computer. It is kept; press Retry once the way to the receiver is repaired.</source>
        <extracomment>uploader/attempt.py</extracomment>
        <translation>Der Empfänger fand Abschnitt {segment} {MISMATCHES_MOST} Mal beschädigt, obwohl er auf diesem Computer heil ist. Er wird behalten; drücken Sie „Erneut versuchen“, sobald der Weg zum Empfänger in Ordnung ist.</translation>
    </message>
    <message>
        <source>The receiver takes files of at most {limit_bytes} MB, and this one has {size_bytes} MB. It is safe here; ask your administrator to allow larger ones.</source>
        <extracomment>uploader/attempt.py</extracomment>
        <translation>Der Empfänger nimmt Dateien bis {limit_bytes} MB an, und diese hat {size_bytes} MB. Sie ist hier sicher; bitten Sie Ihre Administration, größere zuzulassen.</translation>
    </message>
    <message>
        <source>Even pieces of {size_bytes} KiB are refused as too large on the way to the receiver. The recording is safe here; ask your administrator to allow larger uploads.</source>
        <extracomment>uploader/attempt.py</extracomment>
        <translation>Auf dem Weg zum Empfänger werden selbst Stücke von {size_bytes} KiB als zu groß abgelehnt. Die Aufnahme ist hier sicher; bitten Sie Ihre Administration, größere Übertragungen zuzulassen.</translation>
    </message>
    <message>
        <source>The receiver cannot confirm what it holds; it is too old for that. Nothing was deleted; ask your administrator to update it.</source>
        <extracomment>uploader/confirm.py</extracomment>
        <translation>Der Empfänger kann nicht bestätigen, was er hat; er ist dafür zu alt. Es wurde nichts gelöscht; bitten Sie Ihre Administration, ihn zu aktualisieren.</translation>
    </message>
    <message>
        <source>The receiver&apos;s confirmation is not signed with the key that this computer knows. Nothing was deleted; ask your administrator.</source>
        <extracomment>uploader/confirm.py</extracomment>
        <translation>Die Bestätigung des Empfängers ist nicht mit dem Schlüssel unterschrieben, den dieser Computer kennt. Es wurde nichts gelöscht; fragen Sie Ihre Administration.</translation>
    </message>
    <message>
        <source>The receiver&apos;s confirmation answers another question. Nothing was deleted; ask your administrator.</source>
        <extracomment>uploader/confirm.py</extracomment>
        <translation>Die Bestätigung des Empfängers beantwortet eine andere Frage. Es wurde nichts gelöscht; fragen Sie Ihre Administration.</translation>
    </message>
    <message>
        <source>The receiver does not hold this recording any more. Its copy here stays, and is sent again.</source>
        <extracomment>uploader/confirm.py</extracomment>
        <translation>Der Empfänger hat diese Aufnahme nicht mehr. Ihre Kopie hier bleibt und wird noch einmal gesendet.</translation>
    </message>
    <message>
        <source>It was withdrawn at the receiver. Nothing was deleted here.</source>
        <extracomment>uploader/confirm.py</extracomment>
        <translation>Sie wurde beim Empfänger zurückgezogen. Hier wurde nichts gelöscht.</translation>
    </message>
    <message>
        <source>The receiver&apos;s manifest of this recording is gone or another one. Nothing was deleted here; ask your administrator to look at the receiver&apos;s disk.</source>
        <extracomment>uploader/confirm.py</extracomment>
        <translation>Das Manifest dieser Aufnahme ist beim Empfänger fort oder ein anderes. Hier wurde nichts gelöscht; bitten Sie Ihre Administration, nach der Festplatte des Empfängers zu sehen.</translation>
    </message>
    <message>
        <source>The receiver&apos;s copy of segment {wrong} is gone or damaged. Nothing was deleted here; ask your administrator to look at the receiver&apos;s disk.</source>
        <extracomment>uploader/confirm.py</extracomment>
        <translation>Die Kopie von Abschnitt {wrong} beim Empfänger ist fort oder beschädigt. Hier wurde nichts gelöscht; bitten Sie Ihre Administration, nach der Festplatte des Empfängers zu sehen.</translation>
    </message>
    <message>
        <source>A recorded file was changed after it was recorded ({name}). It is kept, and nothing was deleted.</source>
        <extracomment>uploader/confirm.py</extracomment>
        <translation>Eine Aufnahmedatei wurde nach der Aufnahme verändert ({name}). Sie wird behalten, und es wurde nichts gelöscht.</translation>
    </message>
    <message>
        <source>Another Holdfast program has the queue open. Recordings are safe; close the other program and try again.</source>
        <extracomment>uploader/database.py</extracomment>
        <translation>Ein anderes Holdfast-Programm hat die Warteschlange offen. Aufnahmen sind sicher; schließen Sie das andere Programm und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Another Holdfast program has been opening the queue for too long. Recordings are safe; try again.</source>
        <extracomment>uploader/database.py</extracomment>
        <translation>Ein anderes Holdfast-Programm ist zu lange mit dem Öffnen der Warteschlange beschäftigt. Aufnahmen sind sicher; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The queue database does not accept {name}={value} (it has {actual}). Recordings are safe, but nothing can be sent from this disk.</source>
        <extracomment>uploader/database.py</extracomment>
        <translation>Die Datenbank der Warteschlange nimmt {name}={value} nicht an (sie hat {actual}). Aufnahmen sind sicher, aber von dieser Festplatte lässt sich nichts senden.</translation>
    </message>
    <message>
        <source>{path} is not Holdfast&apos;s queue but another program&apos;s database. Recordings are safe; move that file away and try again.</source>
        <extracomment>uploader/database.py</extracomment>
        <translation>{path} ist nicht die Warteschlange von Holdfast, sondern die Datenbank eines anderen Programms. Aufnahmen sind sicher; legen Sie die Datei woanders hin und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The queue was written by a newer Holdfast (version {version}, this one reads up to {newest}) and was not touched. Recordings are safe; update Holdfast, or build the queue anew from them: holdfast queue rebuild.</source>
        <extracomment>uploader/database.py</extracomment>
        <translation>Die Warteschlange stammt von einem neueren Holdfast (Version {version}, dieses liest bis {newest}) und wurde nicht angerührt. Aufnahmen sind sicher; aktualisieren Sie Holdfast, oder bauen Sie die Warteschlange aus ihnen neu auf: holdfast queue rebuild.</translation>
    </message>
    <message>
        <source>The queue database is damaged ({found}).</source>
        <extracomment>uploader/database.py</extracomment>
        <translation>Die Datenbank der Warteschlange ist beschädigt ({found}).</translation>
    </message>
    <message>
        <source>The queue database is damaged ({error}).</source>
        <extracomment>uploader/database.py</extracomment>
        <translation>Die Datenbank der Warteschlange ist beschädigt ({error}).</translation>
    </message>
    <message>
        <source>Another process holds the queue database ({error}).</source>
        <extracomment>uploader/database.py</extracomment>
        <translation>Ein anderer Prozess hält die Datenbank der Warteschlange ({error}).</translation>
    </message>
    <message>
        <source>The disk is full; the queue was not changed ({error}). Recordings are safe; free some space.</source>
        <extracomment>uploader/database.py</extracomment>
        <translation>Die Festplatte ist voll; die Warteschlange wurde nicht geändert ({error}). Aufnahmen sind sicher; schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>The queue database failed ({error}).</source>
        <extracomment>uploader/database.py</extracomment>
        <translation>Die Datenbank der Warteschlange ist gescheitert ({error}).</translation>
    </message>
    <message>
        <source>The receiver has the whole recording already, so it cannot be discarded here. Nothing was changed; ask your administrator to withdraw it.</source>
        <extracomment>uploader/decision_rows.py</extracomment>
        <translation>Der Empfänger hat die ganze Aufnahme schon, darum lässt sie sich hier nicht verwerfen. Es wurde nichts geändert; bitten Sie Ihre Administration, sie dort zurückzuziehen.</translation>
    </message>
    <message>
        <source>The recording is being finished at the receiver this moment. Nothing was changed; try again in a few seconds.</source>
        <extracomment>uploader/decision_rows.py</extracomment>
        <translation>Die Aufnahme wird beim Empfänger gerade abgeschlossen. Es wurde nichts geändert; versuchen Sie es in einigen Sekunden noch einmal.</translation>
    </message>
    <message>
        <source>The recording was withdrawn or discarded before. Nothing was changed.</source>
        <extracomment>uploader/decision_rows.py</extracomment>
        <translation>Die Aufnahme wurde schon zurückgezogen oder verworfen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The queue has no recording {recording}.</source>
        <extracomment>uploader/decision_rows.py</extracomment>
        <translation>Die Warteschlange hat keine Aufnahme {recording}.</translation>
    </message>
    <message>
        <source>The recording is still being recorded or looked at. Nothing was changed; end that first.</source>
        <extracomment>uploader/decisions.py</extracomment>
        <translation>Die Aufnahme läuft noch oder wird angesehen. Es wurde nichts geändert; beenden Sie das zuerst.</translation>
    </message>
    <message>
        <source>It was discarded, and its files here are deleted.</source>
        <extracomment>uploader/decisions.py</extracomment>
        <translation>Sie wurde verworfen, und ihre Dateien hier sind gelöscht.</translation>
    </message>
    <message>
        <source>It was discarded. Nothing of it is left, here or at the receiver.</source>
        <extracomment>uploader/discards.py</extracomment>
        <translation>Sie wurde verworfen. Nichts davon ist übrig, weder hier noch beim Empfänger.</translation>
    </message>
    <message>
        <source>It was discarded here, but the receiver had it whole before and keeps it. Ask your administrator to withdraw it there, then press Retry.</source>
        <extracomment>uploader/discards.py</extracomment>
        <translation>Sie wurde hier verworfen, aber der Empfänger hatte sie vorher ganz und behält sie. Bitten Sie Ihre Administration, sie dort zurückzuziehen, und drücken Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>The receiver at {url} answered something else than an enrolment ({error}).</source>
        <extracomment>uploader/enrol.py</extracomment>
        <translation>Der Empfänger unter {url} antwortete etwas anderes als eine Anmeldung ({error}).</translation>
    </message>
    <message>
        <source>What answers at {url} has the key {told}, and the invitation is from a receiver with the key {key}. Nothing was changed here; ask whoever gave it to you.</source>
        <extracomment>uploader/enrol.py</extracomment>
        <translation>Was unter {url} antwortet, hat den Schlüssel {told}, und die Einladung ist von einem Empfänger mit dem Schlüssel {key}. Hier wurde nichts geändert; fragen Sie, wer sie Ihnen gegeben hat.</translation>
    </message>
    <message>
        <source>{url} is not the address of a receiver. Nothing was changed; an address looks like https://receiver.example.org.</source>
        <extracomment>uploader/enrol.py</extracomment>
        <translation>{url} ist nicht die Adresse eines Empfängers. Es wurde nichts geändert; eine Adresse sieht aus wie https://receiver.example.org.</translation>
    </message>
    <message>
        <source>What answers at {url} is not a Holdfast receiver (status {status}). Nothing was changed; check the address.</source>
        <extracomment>uploader/enrol.py</extracomment>
        <translation>Was unter {url} antwortet, ist kein Empfänger von Holdfast (Status {status}). Es wurde nichts geändert; prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>It answered {status}.</source>
        <extracomment>uploader/enrol.py</extracomment>
        <translation>Er antwortete {status}.</translation>
    </message>
    <message>
        <source>The receiver&apos;s certificate is not valid yet by this computer&apos;s clock. Check the date and time of this computer.</source>
        <extracomment>uploader/faults.py</extracomment>
        <translation>Das Zertifikat des Empfängers ist nach der Uhr dieses Computers noch nicht gültig. Prüfen Sie Datum und Uhrzeit dieses Computers.</translation>
    </message>
    <message>
        <source>The receiver&apos;s certificate has expired by this computer&apos;s clock. Check the date and time of this computer; if they are right, the receiver needs a new certificate.</source>
        <extracomment>uploader/faults.py</extracomment>
        <translation>Das Zertifikat des Empfängers ist nach der Uhr dieses Computers abgelaufen. Prüfen Sie Datum und Uhrzeit dieses Computers; stimmen sie, braucht der Empfänger ein neues Zertifikat.</translation>
    </message>
    <message>
        <source>What answers in the receiver&apos;s place cannot be trusted ({why}). It may be the login page of a network, or a proxy; nothing is sent to it.</source>
        <extracomment>uploader/faults.py</extracomment>
        <translation>Dem, was anstelle des Empfängers antwortet, ist nicht zu trauen ({why}). Es kann die Anmeldeseite eines Netzes oder ein Proxy sein; es wird nichts dorthin gesendet.</translation>
    </message>
    <message>
        <source>The connection to the receiver broke.</source>
        <extracomment>uploader/faults.py</extracomment>
        <translation>Die Verbindung zum Empfänger ist abgerissen.</translation>
    </message>
    <message>
        <source>The receiver&apos;s address begins with https, but what answers there does not encrypt.</source>
        <extracomment>uploader/faults.py</extracomment>
        <translation>Die Adresse des Empfängers beginnt mit https, aber was dort antwortet, verschlüsselt nicht.</translation>
    </message>
    <message>
        <source>No encrypted connection to the receiver can be made ({cause}). Ask whoever looks after it.</source>
        <extracomment>uploader/faults.py</extracomment>
        <translation>Es kommt keine verschlüsselte Verbindung zum Empfänger zustande ({cause}). Fragen Sie, wer ihn betreut.</translation>
    </message>
    <message>
        <source>The receiver&apos;s name cannot be looked up.</source>
        <extracomment>uploader/faults.py</extracomment>
        <translation>Der Name des Empfängers lässt sich nicht nachschlagen.</translation>
    </message>
    <message>
        <source>There is no way to the receiver&apos;s network.</source>
        <extracomment>uploader/faults.py</extracomment>
        <translation>Es gibt keinen Weg in das Netz des Empfängers.</translation>
    </message>
    <message>
        <source>A firewall on this computer forbids the connection to the receiver.</source>
        <extracomment>uploader/faults.py</extracomment>
        <translation>Eine Firewall auf diesem Computer verbietet die Verbindung zum Empfänger.</translation>
    </message>
    <message>
        <source>The receiver does not answer.</source>
        <extracomment>uploader/faults.py</extracomment>
        <translation>Der Empfänger antwortet nicht.</translation>
    </message>
    <message>
        <source>The proxy that this computer is to use does not let the connection through.</source>
        <extracomment>uploader/faults.py</extracomment>
        <translation>Der Proxy, den dieser Computer benutzen soll, lässt die Verbindung nicht durch.</translation>
    </message>
    <message>
        <source>The receiver&apos;s address is not one; enrol this computer again.</source>
        <extracomment>uploader/faults.py</extracomment>
        <translation>Die Adresse des Empfängers ist keine; melden Sie diesen Computer neu an.</translation>
    </message>
    <message>
        <source>The file with the certificates that this computer trusts is not there; check uploader.ca_file in the settings.</source>
        <extracomment>uploader/faults.py</extracomment>
        <translation>Die Datei mit den Zertifikaten, denen dieser Computer vertraut, ist nicht da; prüfen Sie uploader.ca_file in den Einstellungen.</translation>
    </message>
    <message>
        <source>A recorded file was changed after it was recorded ({name}). It is kept and not sent. Put the original back and press Retry; if there is none, holdfast queue give-up sends the rest without it.</source>
        <extracomment>uploader/file_faults.py</extracomment>
        <translation>Eine Aufnahmedatei wurde nach der Aufnahme verändert ({name}). Sie wird behalten und nicht gesendet. Legen Sie das Original zurück und drücken Sie „Erneut versuchen“; gibt es keines, sendet holdfast queue give-up den Rest ohne sie.</translation>
    </message>
    <message>
        <source>A recorded file is gone from this computer ({name}). Put it back and press Retry; if it is gone for good, holdfast queue give-up sends the rest without it.</source>
        <extracomment>uploader/file_faults.py</extracomment>
        <translation>Eine Aufnahmedatei ist von diesem Computer verschwunden ({name}). Legen Sie sie zurück und drücken Sie „Erneut versuchen“; ist sie endgültig fort, sendet holdfast queue give-up den Rest ohne sie.</translation>
    </message>
    <message>
        <source>The copy here was deleted {when}after the receiver confirmed that it held it, and now it does not. Have the receiver restored from its backup, then press Retry.</source>
        <extracomment>uploader/file_faults.py</extracomment>
        <translation>Die Kopie hier wurde {when}gelöscht, nachdem der Empfänger bestätigt hatte, dass er sie hat, und jetzt hat er sie nicht. Lassen Sie den Empfänger aus seiner Sicherung wiederherstellen und drücken Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Its sidecar was changed after it was recorded; it was put aside.</source>
        <extracomment>uploader/file_faults.py</extracomment>
        <translation>Ihre Begleitdatei wurde nach der Aufnahme verändert; sie wurde beiseitegelegt.</translation>
    </message>
    <message>
        <source>Something between here and the receiver answers in its place, perhaps the login page of a network (status {status}). Open a web page on this computer and log in.</source>
        <extracomment>uploader/foreign.py</extracomment>
        <translation>Etwas zwischen hier und dem Empfänger antwortet an seiner Stelle, vielleicht die Anmeldeseite eines Netzes (Status {status}). Öffnen Sie auf diesem Computer eine Webseite und melden Sie sich an.</translation>
    </message>
    <message>
        <source>Something between here and the receiver, perhaps a firewall, refuses what is sent (status {status}). Ask whoever looks after the network.</source>
        <extracomment>uploader/foreign.py</extracomment>
        <translation>Etwas zwischen hier und dem Empfänger, vielleicht eine Firewall, lehnt das Gesendete ab (Status {status}). Fragen Sie, wer das Netz betreut.</translation>
    </message>
    <message>
        <source>The proxy of this network asks for a name and a password. Ask whoever looks after it.</source>
        <extracomment>uploader/foreign.py</extracomment>
        <translation>Der Proxy dieses Netzes fragt nach Name und Kennwort. Fragen Sie, wer ihn betreut.</translation>
    </message>
    <message>
        <source>A proxy between here and the receiver refuses uploads of this size.</source>
        <extracomment>uploader/foreign.py</extracomment>
        <translation>Ein Proxy zwischen hier und dem Empfänger lehnt Übertragungen dieser Größe ab.</translation>
    </message>
    <message>
        <source>A proxy between here and the receiver asks to send less often.</source>
        <extracomment>uploader/foreign.py</extracomment>
        <translation>Ein Proxy zwischen hier und dem Empfänger bittet, seltener zu senden.</translation>
    </message>
    <message>
        <source>The receiver does not answer (a proxy reports {status}).</source>
        <extracomment>uploader/foreign.py</extracomment>
        <translation>Der Empfänger antwortet nicht (ein Proxy meldet {status}).</translation>
    </message>
    <message>
        <source>Something between here and the receiver answers in its place (status {status}); check the receiver&apos;s address.</source>
        <extracomment>uploader/foreign.py</extracomment>
        <translation>Etwas zwischen hier und dem Empfänger antwortet an seiner Stelle (Status {status}); prüfen Sie die Adresse des Empfängers.</translation>
    </message>
    <message>
        <source>It is in use just now. Nothing was deleted; try again later.</source>
        <extracomment>uploader/freeing.py</extracomment>
        <translation>Sie wird gerade benutzt. Es wurde nichts gelöscht; versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>Its files cannot be read or written now ({said}).</source>
        <extracomment>uploader/freeing.py</extracomment>
        <translation>Ihre Dateien lassen sich gerade nicht lesen oder schreiben ({said}).</translation>
    </message>
    <message>
        <source>There is no receipt here of the receiver that this computer sends to. Nothing was deleted.</source>
        <extracomment>uploader/freeing.py</extracomment>
        <translation>Hier gibt es keine Quittung des Empfängers, an den dieser Computer sendet. Es wurde nichts gelöscht.</translation>
    </message>
    <message>
        <source>Freeing was stopped; what was not deleted yet stays.</source>
        <extracomment>desktop/errands.py</extracomment>
        <translation>Das Freigeben wurde angehalten; was noch nicht gelöscht ist, bleibt.</translation>
    </message>
    <message>
        <source>The receiver keeps its copy on a disk of this same computer that may be the very same disk. The copy here is the second one; nothing was deleted.</source>
        <extracomment>uploader/freeing.py</extracomment>
        <translation>Der Empfänger bewahrt seine Kopie auf einer Festplatte desselben Computers auf, vielleicht auf derselben. Die Kopie hier ist die zweite; es wurde nichts gelöscht.</translation>
    </message>
    <message>
        <source>The receiver&apos;s confirmation has no time that can be read.</source>
        <extracomment>uploader/freeing.py</extracomment>
        <translation>Die Bestätigung des Empfängers hat keine lesbare Zeit.</translation>
    </message>
    <message>
        <source>Its receipt is not {days} days old yet; {left} to go.</source>
        <extracomment>uploader/freeing.py</extracomment>
        <translation>Ihre Quittung ist noch keine {days} Tage alt; noch {left}.</translation>
    </message>
    <message>
        <source>A recorded file is gone from this computer ({name}), and not by freeing. Nothing was deleted; holdfast queue verify says more.</source>
        <extracomment>uploader/freeing.py</extracomment>
        <translation>Eine Aufnahmedatei ist von diesem Computer verschwunden ({name}), und nicht durch Freigeben. Es wurde nichts gelöscht; holdfast queue verify sagt mehr.</translation>
    </message>
    <message>
        <source>There is no receipt here of the receiver that this computer sends to now.</source>
        <extracomment>uploader/freeing_plan.py</extracomment>
        <translation>Hier gibt es keine Quittung des Empfängers, an den dieser Computer jetzt sendet.</translation>
    </message>
    <message>
        <source>Its copy here was deleted before; the receiver has it.</source>
        <extracomment>uploader/freeing_plan.py</extracomment>
        <translation>Ihre Kopie hier wurde früher gelöscht; der Empfänger hat sie.</translation>
    </message>
    <message>
        <source>The disk with this recording is not connected.</source>
        <extracomment>uploader/freeing_plan.py</extracomment>
        <translation>Die Festplatte mit dieser Aufnahme ist nicht angeschlossen.</translation>
    </message>
    <message>
        <source>The receiver has not confirmed all of it yet, so the copy here stays.</source>
        <extracomment>uploader/freeing_plan.py</extracomment>
        <translation>Der Empfänger hat noch nicht alles davon bestätigt, darum bleibt die Kopie hier.</translation>
    </message>
    <message>
        <source>Its session is still being recorded.</source>
        <extracomment>uploader/freeing_plan.py</extracomment>
        <translation>Ihre Sitzung wird noch aufgenommen.</translation>
    </message>
    <message>
        <source>Its files cannot be read now ({error}).</source>
        <extracomment>uploader/freeing_plan.py</extracomment>
        <translation>Ihre Dateien lassen sich gerade nicht lesen ({error}).</translation>
    </message>
    <message>
        <source>Delete these copies on this computer?</source>
        <extracomment>uploader/freeing_texts.py</extracomment>
        <translation>Diese Kopien auf diesem Computer löschen?</translation>
    </message>
    <message>
        <source>Give this segment up?</source>
        <extracomment>uploader/freeing_texts.py</extracomment>
        <translation>Diesen Abschnitt aufgeben?</translation>
    </message>
    <message>
        <source>The segment is given up; the rest of the recording is sent without it.</source>
        <extracomment>uploader/freeing_texts.py</extracomment>
        <translation>Der Abschnitt ist aufgegeben; der Rest der Aufnahme wird ohne ihn gesendet.</translation>
    </message>
    <message>
        <source>Nothing can be freed now.</source>
        <extracomment>uploader/freeing_texts.py</extracomment>
        <translation>Es lässt sich gerade nichts freigeben.</translation>
    </message>
    <message>
        <source>Before each one goes, the receiver is asked to read its own copy again; what it does not confirm stays. Manifests, sidecars and receipts stay in any case.</source>
        <extracomment>uploader/freeing_texts.py</extracomment>
        <translation>Bevor eine geht, wird der Empfänger gebeten, seine eigene Kopie noch einmal zu lesen; was er nicht bestätigt, bleibt. Manifeste, Begleitdateien und Quittungen bleiben in jedem Fall.</translation>
    </message>
    <message>
        <source>{candidates}, {size_bytes} to free here.</source>
        <extracomment>uploader/freeing_texts.py</extracomment>
        <translation>{candidates}, {size_bytes} hier freizugeben.</translation>
    </message>
    <message>
        <source>{MOST_KEPT} more stay; --json lists all.</source>
        <extracomment>uploader/freeing_texts.py</extracomment>
        <translation>{MOST_KEPT} weitere bleiben; --json nennt alle.</translation>
    </message>
    <message>
        <source>{total} {stay} had to stay.</source>
        <extracomment>uploader/freeing_texts.py</extracomment>
        <translation>{total} {stay} mussten bleiben.</translation>
    </message>
    <message>
        <source>Segment {segment} of {name}, {duration_s} s from {start_s} s on, {what}, and the receiver does not have it. Given up, those seconds are missing for good; everything else of the recording is sent.</source>
        <extracomment>uploader/freeing_texts.py</extracomment>
        <translation>Abschnitt {segment} von {name}, {duration_s} s ab {start_s} s, {what}, und der Empfänger hat ihn nicht. Wird er aufgegeben, fehlen diese Sekunden für immer; alles andere der Aufnahme wird gesendet.</translation>
    </message>
    <message>
        <source>Today&apos;s data are used up.</source>
        <extracomment>uploader/gate.py</extracomment>
        <translation>Die Datenmenge für heute ist aufgebraucht.</translation>
    </message>
    <message>
        <source>The receiver does not have it any more; it is sent again.</source>
        <extracomment>uploader/holding_rows.py</extracomment>
        <translation>Der Empfänger hat sie nicht mehr; sie wird noch einmal gesendet.</translation>
    </message>
    <message>
        <source>The receiver does not have it any more, and the copies here were deleted after it had confirmed them. Ask your administrator for a newer backup of the receiver, then press Retry.</source>
        <extracomment>uploader/holding_rows.py</extracomment>
        <translation>Der Empfänger hat sie nicht mehr, und die Kopien hier wurden gelöscht, nachdem er sie bestätigt hatte. Bitten Sie Ihre Administration um eine neuere Sicherung des Empfängers und drücken Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>It is at the receiver that this computer sent to before. holdfast receiver send-again sends it to the present one too.</source>
        <extracomment>uploader/holding_rows.py</extracomment>
        <translation>Sie ist bei dem Empfänger, an den dieser Computer früher gesendet hat. holdfast receiver send-again sendet sie auch an den jetzigen.</translation>
    </message>
    <message>
        <source>It is sent to the present receiver too.</source>
        <extracomment>uploader/holding_rows.py</extracomment>
        <translation>Sie wird auch an den jetzigen Empfänger gesendet.</translation>
    </message>
    <message>
        <source>The device&apos;s key in {path} cannot be read. Recordings are safe; restore that file from a backup, or move it away to become a new device.</source>
        <extracomment>uploader/identity.py</extracomment>
        <translation>Der Schlüssel des Geräts in {path} lässt sich nicht lesen. Aufnahmen sind sicher; stellen Sie die Datei aus einer Sicherung wieder her, oder legen Sie sie woanders hin, um ein neues Gerät zu werden.</translation>
    </message>
    <message>
        <source>The device&apos;s key in this computer&apos;s keyring cannot be read. Recordings are safe; unlock the keyring and try again.</source>
        <extracomment>uploader/identity.py</extracomment>
        <translation>Der Schlüssel des Geräts im Schlüsselbund dieses Computers lässt sich nicht lesen. Aufnahmen sind sicher; entsperren Sie den Schlüsselbund und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The device&apos;s key cannot be stored in this computer&apos;s keyring. Unlock the keyring and try again.</source>
        <extracomment>uploader/identity.py</extracomment>
        <translation>Der Schlüssel des Geräts lässt sich nicht im Schlüsselbund dieses Computers ablegen. Entsperren Sie den Schlüsselbund und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The device&apos;s key is damaged. Recordings are safe; restore it from a backup.</source>
        <extracomment>uploader/identity.py</extracomment>
        <translation>Der Schlüssel des Geräts ist beschädigt. Aufnahmen sind sicher; stellen Sie ihn aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>The device&apos;s id is damaged; restore it from a backup.</source>
        <extracomment>uploader/identity.py</extracomment>
        <translation>Die Kennung des Geräts ist beschädigt; stellen Sie sie aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>The receiver&apos;s answer makes no sense; it is asked again.</source>
        <extracomment>uploader/journey.py</extracomment>
        <translation>Die Antwort des Empfängers ergibt keinen Sinn; er wird noch einmal gefragt.</translation>
    </message>
    <message>
        <source>The receipt cannot be stored on this computer now ({error}).</source>
        <extracomment>uploader/journey.py</extracomment>
        <translation>Die Quittung lässt sich gerade nicht auf diesem Computer speichern ({error}).</translation>
    </message>
    <message>
        <source>What came back was not the receiver&apos;s receipt for this recording; it is asked for again.</source>
        <extracomment>uploader/journey.py</extracomment>
        <translation>Was zurückkam, war nicht die Quittung des Empfängers für diese Aufnahme; es wird noch einmal danach gefragt.</translation>
    </message>
    <message>
        <source>{name} cannot be read now ({error}).</source>
        <extracomment>uploader/journey.py</extracomment>
        <translation>{name} lässt sich gerade nicht lesen ({error}).</translation>
    </message>
    <message>
        <source>The note whether this recording is kept is damaged. It is safe here, not sent.</source>
        <extracomment>uploader/journey.py</extracomment>
        <translation>Die Notiz, ob diese Aufnahme behalten wird, ist beschädigt. Sie ist hier sicher und wird nicht gesendet.</translation>
    </message>
    <message>
        <source>The receiver does not have all of it any more; it is sent again.</source>
        <extracomment>uploader/journey.py</extracomment>
        <translation>Der Empfänger hat nicht mehr alles davon; es wird noch einmal gesendet.</translation>
    </message>
    <message>
        <source>Received and verified, but it cannot be played: {reason}</source>
        <extracomment>uploader/answers.py</extracomment>
        <translation>Empfangen und geprüft, aber es lässt sich nicht abspielen: {reason}</translation>
    </message>
    <message>
        <source>Received and verified. The receiver is still preparing the video{said}.</source>
        <extracomment>uploader/answers.py</extracomment>
        <translation>Empfangen und geprüft. Der Empfänger bereitet noch das Video vor{said}.</translation>
    </message>
    <message>
        <source>Put it back and press Retry.</source>
        <extracomment>uploader/journey.py</extracomment>
        <translation>Legen Sie sie zurück und drücken Sie „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>It was withdrawn. The copies on this computer are deleted.</source>
        <extracomment>uploader/order_delivery.py</extracomment>
        <translation>Sie wurde zurückgezogen. Die Kopien auf diesem Computer sind gelöscht.</translation>
    </message>
    <message>
        <source>Sending is paused until somebody resumes it. Recordings are safe on this computer.</source>
        <extracomment>uploader/pauses.py</extracomment>
        <translation>Das Senden ist angehalten, bis es jemand fortsetzt. Aufnahmen sind auf diesem Computer sicher.</translation>
    </message>
    <message>
        <source>Sending is paused until {ends}. Recordings are safe on this computer.</source>
        <extracomment>uploader/pauses.py</extracomment>
        <translation>Das Senden ist bis {ends} angehalten. Aufnahmen sind auf diesem Computer sicher.</translation>
    </message>
    <message>
        <source>The disk with this recording{where} is not connected. Nothing is lost; connect it.</source>
        <extracomment>uploader/places.py</extracomment>
        <translation>Die Festplatte mit dieser Aufnahme{where} ist nicht angeschlossen. Nichts ist verloren; schließen Sie sie an.</translation>
    </message>
    <message>
        <source>The receiver speaks protocol version {theirs} and this computer version {VERSION}. Recordings are safe; update {side}.</source>
        <extracomment>uploader/policy.py</extracomment>
        <translation>Der Empfänger spricht Protokollversion {theirs} und dieser Computer Version {VERSION}. Aufnahmen sind sicher; aktualisieren Sie: {side}.</translation>
    </message>
    <message>
        <source>The receiver answered {status}</source>
        <extracomment>uploader/policy.py</extracomment>
        <translation>Der Empfänger antwortete {status}</translation>
    </message>
    <message>
        <source>The receiver&apos;s disk is full.</source>
        <extracomment>uploader/policy.py</extracomment>
        <translation>Die Festplatte des Empfängers ist voll.</translation>
    </message>
    <message>
        <source>The receiver had a problem ({status}).</source>
        <extracomment>uploader/policy.py</extracomment>
        <translation>Der Empfänger hatte ein Problem ({status}).</translation>
    </message>
    <message>
        <source>It was withdrawn at the receiver and is not sent any more; the files on this computer are untouched.</source>
        <extracomment>uploader/policy.py</extracomment>
        <translation>Sie wurde beim Empfänger zurückgezogen und wird nicht mehr gesendet; die Dateien auf diesem Computer sind unberührt.</translation>
    </message>
    <message>
        <source>Holdfast itself failed while it sent this ({name}). It is safe on this computer and is tried again; the log says more.</source>
        <extracomment>uploader/policy.py</extracomment>
        <translation>Holdfast selbst ist beim Senden gescheitert ({name}). Sie ist auf diesem Computer sicher und wird noch einmal versucht; das Protokoll sagt mehr.</translation>
    </message>
    <message>
        <source>The preview is no whole JPEG.</source>
        <extracomment>uploader/preview_delivery.py</extracomment>
        <translation>Das Vorschaubild ist kein ganzes JPEG.</translation>
    </message>
    <message>
        <source>The preview cannot be read ({strerror}).</source>
        <extracomment>uploader/preview_delivery.py</extracomment>
        <translation>Das Vorschaubild lässt sich nicht lesen ({strerror}).</translation>
    </message>
    <message>
        <source>Segment {segment} of {recording} is queued with another size or hash than the files say. Both are kept; run holdfast queue rebuild.</source>
        <extracomment>uploader/entries.py</extracomment>
        <translation>Abschnitt {segment} von {recording} steht mit anderer Größe oder anderem Hash in der Warteschlange, als die Dateien sagen. Beide werden behalten; führen Sie holdfast queue rebuild aus.</translation>
    </message>
    <message>
        <source>The receiver&apos;s receipt was not accepted: {what}. The recording is safe on this computer; ask your administrator, then press Retry.</source>
        <extracomment>uploader/receipts.py</extracomment>
        <translation>Die Quittung des Empfängers wurde nicht angenommen: {what}. Die Aufnahme ist auf diesem Computer sicher; fragen Sie Ihre Administration und drücken Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Sending waits for another network: {connection} is not to be used. Recordings are safe on this computer.</source>
        <extracomment>uploader/rules.py</extracomment>
        <translation>Das Senden wartet auf ein anderes Netz: {connection} soll nicht benutzt werden. Aufnahmen sind auf diesem Computer sicher.</translation>
    </message>
    <message>
        <source>Sending waits for another network: this one is metered. Recordings are safe on this computer.</source>
        <extracomment>uploader/rules.py</extracomment>
        <translation>Das Senden wartet auf ein anderes Netz: Dieses ist getaktet. Aufnahmen sind auf diesem Computer sicher.</translation>
    </message>
    <message>
        <source>Sending waits until the recording has ended.</source>
        <extracomment>uploader/rules.py</extracomment>
        <translation>Das Senden wartet, bis die Aufnahme zu Ende ist.</translation>
    </message>
    <message>
        <source>Quiet hours until {said}. Recordings are safe on this computer.</source>
        <extracomment>uploader/rules.py</extracomment>
        <translation>Ruhezeit bis {said}. Aufnahmen sind auf diesem Computer sicher.</translation>
    </message>
    <message>
        <source>Today&apos;s {budget} are used up; sending goes on after midnight. Recordings are safe on this computer.</source>
        <extracomment>uploader/rules.py</extracomment>
        <translation>{budget} für heute sind aufgebraucht; das Senden geht nach Mitternacht weiter. Aufnahmen sind auf diesem Computer sicher.</translation>
    </message>
    <message>
        <source>The receiver has a new key, and its former one vouches for it. Nothing needs to be done; sending goes on with the new one.</source>
        <extracomment>uploader/succession.py</extracomment>
        <translation>Der Empfänger hat einen neuen Schlüssel, und sein alter bürgt dafür. Es ist nichts zu tun; das Senden geht mit dem neuen weiter.</translation>
    </message>
    <message>
        <source>Its receipt cannot be read: {error}.</source>
        <extracomment>uploader/suitcase_receipts.py</extracomment>
        <translation>Ihre Quittung lässt sich nicht lesen: {error}.</translation>
    </message>
    <message>
        <source>Recordings are safe on this computer.</source>
        <extracomment>desktop/ui/texts.py, SAFE</extracomment>
        <translation>Aufnahmen sind auf diesem Computer sicher.</translation>
    </message>
    <message>
        <source>It is still being recorded; pack again when it has ended.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>Sie läuft noch; packen Sie wieder, wenn sie zu Ende ist.</translation>
    </message>
    <message>
        <source>It waits for Keep or Redo; pack again when that is decided.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>Sie wartet auf Behalten oder Wiederholen; packen Sie wieder, wenn das entschieden ist.</translation>
    </message>
    <message>
        <source>The disk with this recording is not connected; connect it and pack again.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>Die Festplatte mit dieser Aufnahme ist nicht angeschlossen; schließen Sie sie an und packen Sie wieder.</translation>
    </message>
    <message>
        <source>There was no room left for all of it; pack the rest on another disk, or again.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>Es war nicht für alles Platz; packen Sie den Rest auf eine andere Festplatte, oder noch einmal.</translation>
    </message>
    <message>
        <source>The receiver has not answered yet; its admin runs holdfast admin import.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>Der Empfänger hat noch nicht geantwortet; seine Administration führt holdfast admin import aus.</translation>
    </message>
    <message>
        <source>It is being sent over the network at this moment; its receipt comes that way, or with the next holdfast queue import.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>Sie wird gerade über das Netz gesendet; ihre Quittung kommt auf diesem Weg oder mit dem nächsten holdfast queue import.</translation>
    </message>
    <message>
        <source>It is not on this computer any more.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>Sie ist nicht mehr auf diesem Computer.</translation>
    </message>
    <message>
        <source>A file of it cannot be read ({what}); holdfast queue verify says more.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>Eine Datei davon lässt sich nicht lesen ({what}); holdfast queue verify sagt mehr.</translation>
    </message>
    <message>
        <source>A recorded file was changed after it was recorded ({name}) and is not packed.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>Eine Aufnahmedatei wurde nach der Aufnahme verändert ({name}) und wird nicht gepackt.</translation>
    </message>
    <message>
        <source>There is no suitcase in {disk}. Nothing was changed; name the folder that holdfast queue export was given.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>In {disk} ist kein Koffer. Es wurde nichts geändert; nennen Sie den Ordner, den holdfast queue export bekommen hat.</translation>
    </message>
    <message>
        <source>The suitcases in {disk} are other computers&apos;. Nothing was changed; run this on the computer that packed them.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>Die Koffer in {disk} gehören anderen Computern. Es wurde nichts geändert; führen Sie dies auf dem Computer aus, der sie gepackt hat.</translation>
    </message>
    <message>
        <source>Its content is encrypted for that receiver; nobody else can read it.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>Sein Inhalt ist für jenen Empfänger verschlüsselt; niemand sonst kann ihn lesen.</translation>
    </message>
    <message>
        <source>Its content is not encrypted. Please do not look at it: it shows people.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>Sein Inhalt ist nicht verschlüsselt. Bitte sehen Sie ihn nicht an: Er zeigt Menschen.</translation>
    </message>
    <message>
        <source>Nothing waits to be sent; the suitcase stays empty.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>Es wartet nichts auf das Senden; der Koffer bleibt leer.</translation>
    </message>
    <message>
        <source>Unmount the disk, take it to the receiver and run holdfast admin import there. The recordings stay here until their receipts are back.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>Werfen Sie die Festplatte aus, bringen Sie sie zum Empfänger und führen Sie dort holdfast admin import aus. Die Aufnahmen bleiben hier, bis ihre Quittungen zurück sind.</translation>
    </message>
    <message>
        <source>Taken out, it is not kept any more: {each}</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>Herausgenommen, nicht mehr behalten: {each}</translation>
    </message>
    <message>
        <source>Needs attention: {each}: {why}</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>Braucht Sie: {each}: {why}</translation>
    </message>
    <message>
        <source>{verified} verified now, {already} were before.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>{verified} jetzt geprüft, {already} waren es schon.</translation>
    </message>
    <message>
        <source>No receipt yet: {each}: {why}</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>Noch keine Quittung: {each}: {why}</translation>
    </message>
    <message>
        <source>{recording} deleted from the disk; they are at the receiver and, unless freed, on this computer.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>{recording} von der Festplatte gelöscht; sie sind beim Empfänger und, wenn nicht freigegeben, auf diesem Computer.</translation>
    </message>
    <message>
        <source>What was recorded is untouched.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>Das Aufgenommene ist unberührt.</translation>
    </message>
    <message>
        <source>The queue database was damaged; it was put aside in {folder} and built anew from the recordings. Nothing was lost and nothing is sent twice.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>Die Datenbank der Warteschlange war beschädigt; sie wurde in {folder} beiseitegelegt und aus den Aufnahmen neu aufgebaut. Nichts ging verloren, und nichts wird zweimal gesendet.</translation>
    </message>
    <message>
        <source>Sending waits: the computer is busy recording.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>Das Senden wartet: Der Computer ist mit Aufnehmen beschäftigt.</translation>
    </message>
    <message>
        <source>Holdfast or this computer stopped without warning while it recorded. What was recorded until then is safe and will be sent.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>Holdfast oder dieser Computer ist beim Aufnehmen ohne Warnung stehen geblieben. Das bis dahin Aufgenommene ist sicher und wird gesendet.</translation>
    </message>
    <message>
        <source>This computer is enrolled at {url}. Recordings will be sent there.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>Dieser Computer ist bei {url} angemeldet. Aufnahmen werden dorthin gesendet.</translation>
    </message>
    <message>
        <source>{said} {recording} of before stay at the former receiver; holdfast receiver send-again sends them to this one too.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>{said} {recording} von früher bleiben beim bisherigen Empfänger; holdfast receiver send-again sendet sie auch an diesen.</translation>
    </message>
    <message>
        <source>Recording {id} is kept and will be sent.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>Die Aufnahme {id} wird behalten und gesendet.</translation>
    </message>
    <message>
        <source>Recording {id} is discarded and not sent any further. It is deleted{at}, here and at the receiver; until then holdfast queue keep {id2} undoes that.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>Die Aufnahme {id} ist verworfen und wird nicht weiter gesendet. Sie wird{at} gelöscht, hier und beim Empfänger; bis dahin macht holdfast queue keep {id2} das rückgängig.</translation>
    </message>
    <message>
        <source>No recordings yet.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>Noch keine Aufnahmen.</translation>
    </message>
    <message>
        <source>{name} is in the queue already, as {recording}: {where}. Nothing was added.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>{name} ist schon in der Warteschlange, als {recording}: {where}. Es kam nichts hinzu.</translation>
    </message>
    <message>
        <source>{name}: {recording}, {size_bytes} MB, {value}. The file itself stays as it is.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>{name}: {recording}, {size_bytes} MB, {value}. Die Datei selbst bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Received, verified and playable; the copy here was deleted to free space.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>Empfangen, geprüft und abspielbar; die Kopie hier wurde gelöscht, um Platz zu schaffen.</translation>
    </message>
    <message>
        <source>Received, verified and playable; there is nothing left to do.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>Empfangen, geprüft und abspielbar; es bleibt nichts zu tun.</translation>
    </message>
    <message>
        <source>Nothing is in the way; it is being sent.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>Nichts steht im Weg; sie wird gesendet.</translation>
    </message>
    <message>
        <source>No wait goes on; what waits is tried now, by whatever program sends.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>Es wird auf nichts mehr gewartet; was wartet, wird jetzt versucht, von dem Programm, das sendet.</translation>
    </message>
    <message>
        <source>Nothing had failed.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>Nichts war fehlgeschlagen.</translation>
    </message>
    <message>
        <source>{recording} will be tried again.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>{recording} werden noch einmal versucht.</translation>
    </message>
    <message>
        <source>Sending goes on.</source>
        <extracomment>desktop/ui/queue_texts.py, DONE_RESUMED_ALL</extracomment>
        <translation>Das Senden geht weiter.</translation>
    </message>
    <message>
        <source>Sending was not paused.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>Das Senden war nicht angehalten.</translation>
    </message>
    <message>
        <source>Changed after it was recorded: {each}</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>Nach der Aufnahme verändert: {each}</translation>
    </message>
    <message>
        <source>No receipt yet: {each}</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>Noch keine Quittung: {each}</translation>
    </message>
    <message>
        <source>Not checked, its disk is not connected: {each}</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>Nicht geprüft, die Festplatte ist nicht angeschlossen: {each}</translation>
    </message>
    <message>
        <source>A recording of the same session before this one is gone: {each}</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>Eine frühere Aufnahme derselben Sitzung ist verschwunden: {each}</translation>
    </message>
    <message>
        <source>{freed} deleted here, and proven by their receipts.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>{freed} hier gelöscht und durch ihre Quittungen belegt.</translation>
    </message>
    <message>
        <source>The receiver read {recording} of its own again.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>Der Empfänger hat {recording} von sich noch einmal gelesen.</translation>
    </message>
    <message>
        <source>Not confirmed by the receiver: {id}: {why}</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>Vom Empfänger nicht bestätigt: {id}: {why}</translation>
    </message>
    <message>
        <source>Everything is here unchanged, and the receiver has all of it.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>Alles ist unverändert hier, und der Empfänger hat alles.</translation>
    </message>
    <message>
        <source>Everything else is here unchanged, and the receiver has all of it.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>Alles andere ist unverändert hier, und der Empfänger hat alles.</translation>
    </message>
    <message>
        <source>The receiver still misses parts of it.</source>
        <extracomment>uploader/together.py</extracomment>
        <translation>Dem Empfänger fehlen noch Teile davon.</translation>
    </message>
    <message>
        <source>A recorded file became shorter while it was sent.</source>
        <extracomment>uploader/transport.py</extracomment>
        <translation>Eine Aufnahmedatei wurde kürzer, während sie gesendet wurde.</translation>
    </message>
    <message>
        <source>The receiver&apos;s answer arrived damaged.</source>
        <extracomment>uploader/transport.py</extracomment>
        <translation>Die Antwort des Empfängers kam beschädigt an.</translation>
    </message>
    <message>
        <source>This computer is not allowed to upload any more. Recordings are safe here. Ask your administrator for a new enrolment code.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation>Dieser Computer darf nicht mehr senden. Aufnahmen sind hier sicher. Bitten Sie Ihre Administration um einen neuen Anmeldecode.</translation>
    </message>
    <message>
        <source>Waiting for Keep or Redo. What was recorded is safe here; the receiver counts it once it is kept.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation>Wartet auf Behalten oder Wiederholen. Das Aufgenommene ist hier sicher; der Empfänger zählt es, sobald es behalten wird.</translation>
    </message>
    <message>
        <source>Waiting for somebody to keep or discard it. Until then it is safe here, and nothing of it leaves this computer.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation>Wartet, dass jemand sie behält oder verwirft. Bis dahin ist sie hier sicher, und nichts davon verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>It is still being recorded. Nothing of it leaves this computer before somebody keeps it.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation>Sie läuft noch. Nichts davon verlässt diesen Computer, bevor jemand sie behält.</translation>
    </message>
    <message>
        <source>It was discarded, and its files here are deleted. The receiver is told as soon as it can be reached.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation>Sie wurde verworfen, und ihre Dateien hier sind gelöscht. Der Empfänger erfährt es, sobald er erreichbar ist.</translation>
    </message>
    <message>
        <source>Paused by hand. It is safe here and is sent once somebody resumes it.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation>Von Hand angehalten. Sie ist hier sicher und wird gesendet, sobald jemand sie fortsetzt.</translation>
    </message>
    <message>
        <source>Set aside. It is safe here and is not sent until somebody tries it again.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation>Beiseitegelegt. Sie ist hier sicher und wird nicht gesendet, bis jemand sie noch einmal versucht.</translation>
    </message>
    <message>
        <source>A copy was packed into a suitcase on {at}; its receipt comes back with it.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation>Eine Kopie wurde am {at} in einen Koffer gepackt; ihre Quittung kommt mit ihm zurück.</translation>
    </message>
    <message>
        <source>It is still being recorded.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation>Sie läuft noch.</translation>
    </message>
    <message>
        <source>Waiting for its turn: {sent} of {all_of_them} segments are sent.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation>Wartet, bis sie an der Reihe ist: {sent} von {all_of_them} Abschnitten sind gesendet.</translation>
    </message>
    <message>
        <source>It waits for the participant&apos;s consent and does not leave this computer before. It is safe here; holdfast queue consent writes it down.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation>Sie wartet auf die Einwilligung der Versuchsperson und verlässt vorher nicht diesen Computer. Sie ist hier sicher; holdfast queue consent hält sie fest.</translation>
    </message>
    <message>
        <source>The study takes nothing before the participant&apos;s consent is there. It is safe here, and sent after holdfast queue consent.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation>Die Studie nimmt nichts an, bevor die Einwilligung der Versuchsperson da ist. Sie ist hier sicher und wird nach holdfast queue consent gesendet.</translation>
    </message>
    <message>
        <source>It was discarded and is deleted {at}, here and at the receiver, unless you keep it.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation>Sie wurde verworfen und wird {at} gelöscht, hier und beim Empfänger, wenn Sie sie nicht behalten.</translation>
    </message>
    <message>
        <source>Offline since {astimezone}. Recordings are safe on this computer and will be sent when the network is back.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation>Offline seit {astimezone}. Aufnahmen sind auf diesem Computer sicher und werden gesendet, sobald das Netz wieder da ist.</translation>
    </message>
    <message>
        <source>Something needs attention; holdfast queue why ID says what.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation>Etwas braucht Sie; holdfast queue why ID sagt, was.</translation>
    </message>
    <message>
        <source>Next try in {hours}:{minutes}:{seconds}.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation>Nächster Versuch in {hours}:{minutes}:{seconds}.</translation>
    </message>
    <message>
        <source>Next try in {minutes}:{seconds}.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation>Nächster Versuch in {minutes}:{seconds}.</translation>
    </message>
    <message>
        <source>It was withdrawn. The copies here are deleted, and those at the receiver.</source>
        <extracomment>uploader/withdrawal_rows.py</extracomment>
        <translation>Sie wurde zurückgezogen. Die Kopien hier und die beim Empfänger sind gelöscht.</translation>
    </message>
    <message>
        <source>A part of sending hung or died and was begun anew. Nothing is lost.</source>
        <extracomment>uploader/worker.py</extracomment>
        <translation>Ein Teil des Sendens hing oder starb und wurde neu begonnen. Nichts ist verloren.</translation>
    </message>
    <message>
        <source>less than 1&#xa0;min</source>
        <extracomment>desktop/ui/amounts_texts.py, LESS_THAN_A_MINUTE</extracomment>
        <translation>weniger als 1 min</translation>
    </message>
    <message>
        <source>{minutes}&#xa0;min</source>
        <extracomment>desktop/ui/amounts_texts.py, MINUTES</extracomment>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{hours}&#xa0;h</source>
        <extracomment>desktop/ui/amounts_texts.py, HOURS</extracomment>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>{hours}&#xa0;h {minutes}&#xa0;min</source>
        <extracomment>desktop/ui/amounts_texts.py, HOURS_AND_MINUTES</extracomment>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>Recording has begun.</source>
        <extracomment>desktop/ui/announcer_texts.py, BEGAN</extracomment>
        <translation>Die Aufnahme hat begonnen.</translation>
    </message>
    <message>
        <source>Recording has ended.</source>
        <extracomment>desktop/ui/announcer_texts.py, ENDED</extracomment>
        <translation>Die Aufnahme ist zu Ende.</translation>
    </message>
    <message>
        <source>The recording is paused.</source>
        <extracomment>desktop/ui/announcer_texts.py, PAUSED</extracomment>
        <translation>Die Aufnahme ist angehalten.</translation>
    </message>
    <message>
        <source>Recording goes on.</source>
        <extracomment>desktop/ui/announcer_texts.py, GOES_ON</extracomment>
        <translation>Die Aufnahme geht weiter.</translation>
    </message>
    <message>
        <source>{count} recording</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>{count} Aufnahme</translation>
    </message>
    <message>
        <source>{count} recordings</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>{count} Aufnahmen</translation>
    </message>
    <message>
        <source>{count} file</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>{count} Datei</translation>
    </message>
    <message>
        <source>{count} files</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>{count} Dateien</translation>
    </message>
    <message>
        <source>{count} segment</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>{count} Abschnitt</translation>
    </message>
    <message>
        <source>{count} segments</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>{count} Abschnitte</translation>
    </message>
    <message>
        <source>{count} minute</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>{count} Minute</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>{count} Minuten</translation>
    </message>
    <message>
        <source>{count} hours</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>{count} Stunden</translation>
    </message>
    <message>
        <source>{count} day</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>{count} Tag</translation>
    </message>
    <message>
        <source>{count} days</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>{count} Tage</translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>{count} Bytes</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>noch einige Sekunden</translation>
    </message>
    <message>
        <source>about {seconds} s left</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>noch etwa {seconds} s</translation>
    </message>
    <message>
        <source>about {minutes} min left</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>noch etwa {minutes} min</translation>
    </message>
    <message>
        <source>about {hours} h left</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>noch etwa {hours} h</translation>
    </message>
    <message>
        <source>about {hours} h {minutes} min left</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>noch etwa {hours} h {minutes} min</translation>
    </message>
    <message>
        <source>about {days} days left</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>noch etwa {days} Tage</translation>
    </message>
    <message>
        <source>{speed}/s, {left}</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>{speed}/s, {left}</translation>
    </message>
    <message>
        <source>less than 1 min</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>weniger als 1 min</translation>
    </message>
    <message>
        <source> all the time</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation> die ganze Zeit</translation>
    </message>
    <message>
        <source> for {share} % of the time</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation> {share} % der Zeit</translation>
    </message>
    <message>
        <source> at {time}</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation> um {time}</translation>
    </message>
    <message>
        <source>on {date} </source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>am {date} </translation>
    </message>
    <message>
        <source>{count} recording recovered, {length}</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>{count} Aufnahme gerettet, {length}</translation>
    </message>
    <message>
        <source>{count} recordings recovered, {length}</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>{count} Aufnahmen gerettet, {length}</translation>
    </message>
    <message>
        <source>recordings {ours} GB, other files {others} GB</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>Aufnahmen {ours} GB, andere Dateien {others} GB</translation>
    </message>
    <message>
        <source>soon</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>bald</translation>
    </message>
    <message>
        <source>after {time}</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>nach {time}</translation>
    </message>
    <message>
        <source>{title}, take&#xa0;{take}</source>
        <extracomment>desktop/ui/kiosk/texts.py, STAFF_TAKE</extracomment>
        <translation>{title}, Durchgang&#xa0;{take}</translation>
    </message>
    <message>
        <source>S&amp;how in the list</source>
        <extracomment>desktop/ui/queue_texts.py, SHOW_NEEDS</extracomment>
        <translation>&amp;In der Liste zeigen</translation>
    </message>
    <message>
        <source>The recording&apos;s picture</source>
        <extracomment>desktop/ui/review_texts.py, PICTURE</extracomment>
        <translation>Das Bild der Aufnahme</translation>
    </message>
    <message>
        <source>Opening the recording…</source>
        <extracomment>desktop/ui/review_texts.py, OPENING</extracomment>
        <translation>Aufnahme wird geöffnet …</translation>
    </message>
    <message>
        <source>This recording cannot be played here</source>
        <extracomment>desktop/ui/review_texts.py, UNPLAYABLE</extracomment>
        <translation>Diese Aufnahme lässt sich hier nicht abspielen</translation>
    </message>
    <message>
        <source>Nothing was changed. What was recorded is kept as it is.</source>
        <extracomment>desktop/ui/review_texts.py, UNPLAYABLE_SENTENCE</extracomment>
        <translation>Es wurde nichts geändert. Das Aufgenommene bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Play the recording</source>
        <extracomment>desktop/ui/review_texts.py, TITLE</extracomment>
        <translation>Aufnahme abspielen</translation>
    </message>
    <message>
        <source>Play</source>
        <extracomment>desktop/ui/kiosk/texts.py, PLAY</extracomment>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <extracomment>desktop/ui/review_texts.py, PLAY_MNEMONIC</extracomment>
        <translation>A&amp;bspielen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <extracomment>desktop/ui/review_texts.py, PAUSE_MNEMONIC</extracomment>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Play or pause (space bar). Arrow keys go 5 seconds back and on.</source>
        <extracomment>desktop/ui/review_texts.py, PLAY_HINT</extracomment>
        <translation>Abspielen oder anhalten (Leertaste). Pfeiltasten springen 5 Sekunden vor und zurück.</translation>
    </message>
    <message>
        <source>Position in the recording</source>
        <extracomment>desktop/ui/review_texts.py, POSITION</extracomment>
        <translation>Stelle in der Aufnahme</translation>
    </message>
    <message>
        <source>{position} of {length}</source>
        <extracomment>desktop/ui/review_texts.py, POSITION_OF</extracomment>
        <translation>{position} von {length}</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>desktop/ui/card_texts.py, CLOSE</extracomment>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <extracomment>desktop/ui/drill_texts.py, CLOSE_MNEMONIC</extracomment>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>Play…</source>
        <extracomment>desktop/ui/queue_texts.py, DO_PLAY</extracomment>
        <translation>Abspielen …</translation>
    </message>
    <message>
        <source>Without sound: no loudspeaker answers, or nothing was recorded to hear.</source>
        <extracomment>desktop/ui/review_texts.py, SILENT</extracomment>
        <translation>Ohne Ton: Kein Lautsprecher antwortet, oder es wurde nichts Hörbares aufgenommen.</translation>
    </message>
    <message>
        <source>Holdfast</source>
        <extracomment>desktop/ui/texts.py, APP</extracomment>
        <translation>Holdfast</translation>
    </message>
    <message>
        <source>Record</source>
        <extracomment>desktop/ui/texts.py, RECORD</extracomment>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <extracomment>desktop/ui/texts.py, STOP</extracomment>
        <translation>Aufnahme stoppen</translation>
    </message>
    <message>
        <source>Starting…</source>
        <extracomment>desktop/ui/kiosk/texts.py, STARTING</extracomment>
        <translation>Startet …</translation>
    </message>
    <message>
        <source>Saving…</source>
        <extracomment>desktop/ui/kiosk/texts.py, SAVING</extracomment>
        <translation>Wird gesichert …</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <extracomment>desktop/ui/texts.py, RECORD_MNEMONIC</extracomment>
        <translation>&amp;Aufnehmen</translation>
    </message>
    <message>
        <source>&amp;Stop recording</source>
        <extracomment>desktop/ui/texts.py, STOP_MNEMONIC</extracomment>
        <translation>Aufnahme &amp;stoppen</translation>
    </message>
    <message>
        <source>Start recording (F9)</source>
        <extracomment>desktop/ui/texts.py, RECORD_HINT</extracomment>
        <translation>Aufnahme starten (F9)</translation>
    </message>
    <message>
        <source>Stop and keep the recording (F9)</source>
        <extracomment>desktop/ui/texts.py, STOP_HINT</extracomment>
        <translation>Aufnahme stoppen und behalten (F9)</translation>
    </message>
    <message>
        <source>&amp;Mark</source>
        <extracomment>desktop/ui/texts.py, MARK_MNEMONIC</extracomment>
        <translation>&amp;Marke setzen</translation>
    </message>
    <message>
        <source>Mark</source>
        <extracomment>desktop/ui/texts.py, MARK</extracomment>
        <translation>Marke setzen</translation>
    </message>
    <message>
        <source>Note this moment in the recording (M)</source>
        <extracomment>desktop/ui/texts.py, MARK_HINT</extracomment>
        <translation>Diesen Augenblick in der Aufnahme vermerken (M)</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <extracomment>desktop/ui/wizard/texts.py, FINISH_MNEMONIC</extracomment>
        <translation>&amp;Fertig</translation>
    </message>
    <message>
        <source>&amp;Finish without it</source>
        <extracomment>desktop/ui/wizard/texts.py, SKIP_MNEMONIC</extracomment>
        <translation>Ohne sie &amp;fertigstellen</translation>
    </message>
    <message>
        <source>Holdfast records ten seconds and sends them on their whole way; four lights show how far they have got. At the receiver they stay under the participant “rehearsal”.</source>
        <extracomment>desktop/ui/wizard/texts.py, REHEARSAL_INTRO</extracomment>
        <translation>Holdfast nimmt zehn Sekunden auf und sendet sie den ganzen Weg; vier Lichter zeigen, wie weit sie gekommen sind. Beim Empfänger bleiben sie unter der Versuchsperson „rehearsal“.</translation>
    </message>
    <message>
        <source>Every segment is on this computer&apos;s disk and matches its checksum.</source>
        <extracomment>desktop/ui/wizard/texts.py, LIGHT_MEANINGS</extracomment>
        <translation>Jeder Abschnitt ist auf der Festplatte dieses Computers und passt zu seiner Prüfsumme.</translation>
    </message>
    <message>
        <source>Every segment is at the receiver.</source>
        <extracomment>desktop/ui/wizard/texts.py, LIGHT_MEANINGS</extracomment>
        <translation>Jeder Abschnitt ist beim Empfänger.</translation>
    </message>
    <message>
        <source>The receiver joined the segments and could play both ends.</source>
        <extracomment>desktop/ui/wizard/texts.py, LIGHT_MEANINGS</extracomment>
        <translation>Der Empfänger hat die Abschnitte zusammengefügt und konnte beide Enden abspielen.</translation>
    </message>
    <message>
        <source>Later</source>
        <extracomment>desktop/ui/wizard/texts.py, LIGHT_LATER</extracomment>
        <translation>Später</translation>
    </message>
    <message>
        <source>Pause</source>
        <extracomment>desktop/ui/kiosk/texts.py, PAUSE_PLAYING</extracomment>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <extracomment>desktop/ui/texts.py, PAUSE_MNEMONIC</extracomment>
        <translation>Pa&amp;use</translation>
    </message>
    <message>
        <source>Record nothing for a while; the recording&apos;s clock goes on (P)</source>
        <extracomment>desktop/ui/texts.py, PAUSE_HINT</extracomment>
        <translation>Eine Weile nichts aufnehmen; die Uhr der Aufnahme läuft weiter (P)</translation>
    </message>
    <message>
        <source>Resume recording</source>
        <extracomment>desktop/ui/texts.py, RESUME</extracomment>
        <translation>Aufnahme fortsetzen</translation>
    </message>
    <message>
        <source>Resu&amp;me recording</source>
        <extracomment>desktop/ui/texts.py, RESUME_MNEMONIC</extracomment>
        <translation>Aufnahme for&amp;tsetzen</translation>
    </message>
    <message>
        <source>Go on recording (P)</source>
        <extracomment>desktop/ui/texts.py, RESUME_HINT</extracomment>
        <translation>Weiter aufnehmen (P)</translation>
    </message>
    <message>
        <source>&amp;Stop and keep</source>
        <extracomment>desktop/ui/texts.py, STOP_ALARM_MNEMONIC</extracomment>
        <translation>&amp;Stoppen und behalten</translation>
    </message>
    <message>
        <source>&amp;Hide and go on</source>
        <extracomment>desktop/ui/texts.py, HIDE_ALARM_MNEMONIC</extracomment>
        <translation>Ausblenden und &amp;weitermachen</translation>
    </message>
    <message>
        <source>Hide this and go on recording</source>
        <extracomment>desktop/ui/texts.py, HIDE_ALARM</extracomment>
        <translation>Ausblenden und weiter aufnehmen</translation>
    </message>
    <message>
        <source>The alarm is silent from now on; a line above the picture stays</source>
        <extracomment>desktop/ui/texts.py, HIDE_ALARM_HINT</extracomment>
        <translation>Der Alarm ist ab jetzt stumm; eine Zeile über dem Bild bleibt</translation>
    </message>
    <message>
        <source>Nothing is being written to the disk</source>
        <extracomment>desktop/ui/texts.py, NOT_GROWING_TITLE</extracomment>
        <translation>Es wird nichts auf die Festplatte geschrieben</translation>
    </message>
    <message>
        <source>Alarm &amp;off</source>
        <extracomment>desktop/ui/texts.py, ALARM_OFF</extracomment>
        <translation>&amp;Alarm aus</translation>
    </message>
    <message>
        <source>Sto&amp;p and keep</source>
        <extracomment>desktop/ui/texts.py, STOP_PAUSED_MNEMONIC</extracomment>
        <translation>Sto&amp;ppen und behalten</translation>
    </message>
    <message>
        <source>The recording is paused</source>
        <extracomment>desktop/ui/texts.py, PAUSED</extracomment>
        <translation>Die Aufnahme ist angehalten</translation>
    </message>
    <message>
        <source>PAUSED</source>
        <extracomment>desktop/ui/texts.py, PAUSED_WORD</extracomment>
        <translation>PAUSE</translation>
    </message>
    <message>
        <source>Nothing is being recorded. Everything recorded so far is saved.</source>
        <extracomment>desktop/ui/texts.py, PAUSED_SENTENCE</extracomment>
        <translation>Es wird nichts aufgenommen. Alles bisher Aufgenommene ist gesichert.</translation>
    </message>
    <message>
        <source>Menu</source>
        <extracomment>desktop/ui/texts.py, MENU</extracomment>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Live picture</source>
        <extracomment>desktop/ui/texts.py, PREVIEW</extracomment>
        <translation>Livebild</translation>
    </message>
    <message>
        <source>Microphone level</source>
        <extracomment>desktop/ui/kiosk/texts.py, MICROPHONE_LEVEL</extracomment>
        <translation>Mikrofonpegel</translation>
    </message>
    <message>
        <source>Next recording</source>
        <extracomment>desktop/ui/texts.py, NEXT_RECORDING</extracomment>
        <translation>Nächste Aufnahme</translation>
    </message>
    <message>
        <source>This recording</source>
        <extracomment>desktop/ui/texts.py, THIS_RECORDING</extracomment>
        <translation>Diese Aufnahme</translation>
    </message>
    <message>
        <source>&amp;Participant</source>
        <extracomment>desktop/ui/texts.py, PARTICIPANT_MNEMONIC</extracomment>
        <translation>&amp;Person</translation>
    </message>
    <message>
        <source>Participant</source>
        <extracomment>desktop/ui/texts.py, PARTICIPANT</extracomment>
        <translation>Versuchsperson</translation>
    </message>
    <message>
        <source>A new id is made</source>
        <extracomment>desktop/ui/texts.py, PARTICIPANT_EMPTY</extracomment>
        <translation>Neue Kennung</translation>
    </message>
    <message>
        <source>Pr&amp;ompt</source>
        <extracomment>desktop/ui/texts.py, PROMPT_MNEMONIC</extracomment>
        <translation>Aufga&amp;be</translation>
    </message>
    <message>
        <source>Prompt</source>
        <extracomment>desktop/ui/texts.py, PROMPT</extracomment>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Free recording</source>
        <extracomment>desktop/ui/texts.py, PROMPT_EMPTY</extracomment>
        <translation>Freie Aufnahme</translation>
    </message>
    <message>
        <source>Camera</source>
        <extracomment>desktop/ui/morning_texts.py, NAMES</extracomment>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Microphone</source>
        <extracomment>desktop/ui/morning_texts.py, NAMES</extracomment>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>Space left</source>
        <extracomment>desktop/ui/texts.py, SPACE</extracomment>
        <translation>Freier Platz</translation>
    </message>
    <message>
        <source>Part of the disk in use</source>
        <extracomment>desktop/ui/texts.py, SPACE_BAR</extracomment>
        <translation>Belegter Teil der Festplatte</translation>
    </message>
    <message>
        <source>To send</source>
        <extracomment>desktop/ui/texts.py, TO_SEND</extracomment>
        <translation>Zu senden</translation>
    </message>
    <message>
        <source>&amp;Try now</source>
        <extracomment>desktop/ui/texts.py, TRY_NOW_MNEMONIC</extracomment>
        <translation>&amp;Jetzt versuchen</translation>
    </message>
    <message>
        <source>Try now</source>
        <extracomment>desktop/ui/queue_texts.py, DO_TRY_NOW</extracomment>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Try to send now instead of waiting</source>
        <extracomment>desktop/ui/texts.py, TRY_NOW_HINT</extracomment>
        <translation>Jetzt senden statt warten</translation>
    </message>
    <message>
        <source>Try a&amp;gain</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_AGAIN</extracomment>
        <translation>Noch einma&amp;l versuchen</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>desktop/ui/kiosk/texts.py, TRY_AGAIN</extracomment>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Retr&amp;y</source>
        <extracomment>desktop/ui/texts.py, RETRY_MNEMONIC</extracomment>
        <translation>E&amp;rneut versuchen</translation>
    </message>
    <message>
        <source>Recordings</source>
        <extracomment>desktop/ui/texts.py, RECORDINGS</extracomment>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Open recordings folder</source>
        <extracomment>desktop/ui/texts.py, OPEN_FOLDER</extracomment>
        <translation>Ordner der Aufnahmen öffnen</translation>
    </message>
    <message>
        <source>Open Holdfast</source>
        <extracomment>desktop/ui/texts.py, OPEN_WINDOW</extracomment>
        <translation>Holdfast öffnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <extracomment>desktop/ui/texts.py, QUIT</extracomment>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>About Holdfast</source>
        <extracomment>desktop/ui/help/texts.py, ABOUT_TITLE</extracomment>
        <translation>Über Holdfast</translation>
    </message>
    <message>
        <source>Holdfast {version}</source>
        <extracomment>desktop/ui/help/texts.py, ABOUT_NAME</extracomment>
        <translation>Holdfast {version}</translation>
    </message>
    <message>
        <source>REC</source>
        <extracomment>desktop/ui/kiosk/texts.py, REC</extracomment>
        <translation>AUFN.</translation>
    </message>
    <message>
        <source>WAITING</source>
        <extracomment>desktop/ui/texts.py, WAITING_BADGE</extracomment>
        <translation>WARTET</translation>
    </message>
    <message>
        <source>Recording</source>
        <extracomment>desktop/ui/queue_texts.py, COLUMNS</extracomment>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Length</source>
        <extracomment>desktop/ui/texts.py, COLUMNS</extracomment>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Size</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_COLUMNS</extracomment>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Saved</source>
        <extracomment>desktop/ui/morning_texts.py, NAMES</extracomment>
        <translation>Gesichert</translation>
    </message>
    <message>
        <source>Received</source>
        <extracomment>desktop/ui/morning_texts.py, NAMES</extracomment>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Verified</source>
        <extracomment>desktop/ui/morning_texts.py, NAMES</extracomment>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Playable</source>
        <extracomment>desktop/ui/morning_texts.py, NAMES</extracomment>
        <translation>Abspielbar</translation>
    </message>
    <message>
        <source>What is going on</source>
        <extracomment>desktop/ui/texts.py, COLUMNS</extracomment>
        <translation>Was gerade geschieht</translation>
    </message>
    <message>
        <source>Opening the camera…</source>
        <extracomment>desktop/ui/texts.py, OPENING_TITLE</extracomment>
        <translation>Kamera wird geöffnet …</translation>
    </message>
    <message>
        <source>This takes a few seconds.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CAMERA_STARTING_MORE</extracomment>
        <translation>Das dauert einige Sekunden.</translation>
    </message>
    <message>
        <source>Waiting for the picture</source>
        <extracomment>desktop/ui/texts.py, WAITING_TITLE</extracomment>
        <translation>Es wird auf das Bild gewartet</translation>
    </message>
    <message>
        <source>Everything recorded so far is saved. Recording goes on by itself.</source>
        <extracomment>desktop/ui/texts.py, WAITING_SENTENCE</extracomment>
        <translation>Alles bisher Aufgenommene ist gesichert. Die Aufnahme geht von selbst weiter.</translation>
    </message>
    <message>
        <source>There is no picture</source>
        <extracomment>desktop/ui/texts.py, NO_CAMERA_TITLE</extracomment>
        <translation>Es gibt kein Bild</translation>
    </message>
    <message>
        <source>Check the device, then press Try again.</source>
        <extracomment>desktop/ui/texts.py, NO_CAMERA_NEXT</extracomment>
        <translation>Prüfen Sie das Gerät und drücken Sie „Noch einmal versuchen“.</translation>
    </message>
    <message>
        <source>No recordings yet</source>
        <extracomment>desktop/ui/texts.py, NO_RECORDINGS_TITLE</extracomment>
        <translation>Noch keine Aufnahmen</translation>
    </message>
    <message>
        <source>Press Record or F9. Every recording appears here and shows how far it has got.</source>
        <extracomment>desktop/ui/texts.py, NO_RECORDINGS_SENTENCE</extracomment>
        <translation>Drücken Sie „Aufnehmen“ oder F9. Jede Aufnahme erscheint hier und zeigt, wie weit sie ist.</translation>
    </message>
    <message>
        <source>Looking for recordings…</source>
        <extracomment>desktop/ui/texts.py, READING_TITLE</extracomment>
        <translation>Aufnahmen werden gesucht …</translation>
    </message>
    <message>
        <source>Yes</source>
        <extracomment>desktop/ui/texts.py, YES</extracomment>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Not yet</source>
        <extracomment>desktop/ui/drill_texts.py, STATES</extracomment>
        <translation>Noch nicht</translation>
    </message>
    <message>
        <source>Saving</source>
        <extracomment>desktop/ui/texts.py, SAVING</extracomment>
        <translation>Wird gesichert</translation>
    </message>
    <message>
        <source>Freed</source>
        <extracomment>desktop/ui/texts.py, FREED</extracomment>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Waiting</source>
        <extracomment>desktop/ui/kiosk/texts.py, ROW_WAITING</extracomment>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Stopped</source>
        <extracomment>desktop/ui/texts.py, STOPPED</extracomment>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Safe at the receiver.</source>
        <extracomment>desktop/ui/queue_texts.py, AT_HOME</extracomment>
        <translation>Sicher beim Empfänger.</translation>
    </message>
    <message>
        <source>Safe at the receiver; deleted here to free space.</source>
        <extracomment>desktop/ui/queue_texts.py, FREED</extracomment>
        <translation>Sicher beim Empfänger; hier gelöscht, um Platz zu schaffen.</translation>
    </message>
    <message>
        <source>Received and verified. The receiver is preparing the video.</source>
        <extracomment>desktop/ui/queue_texts.py, PREPARING</extracomment>
        <translation>Empfangen und geprüft. Der Empfänger bereitet das Video vor.</translation>
    </message>
    <message>
        <source>Sending.</source>
        <extracomment>desktop/ui/texts.py, SENDING</extracomment>
        <translation>Wird gesendet.</translation>
    </message>
    <message>
        <source>Nothing to send</source>
        <extracomment>desktop/ui/texts.py, PILL_EMPTY</extracomment>
        <translation>Nichts zu senden</translation>
    </message>
    <message>
        <source>All recordings verified</source>
        <extracomment>desktop/ui/texts.py, PILL_VERIFIED</extracomment>
        <translation>Alle Aufnahmen geprüft</translation>
    </message>
    <message>
        <source>Sending as it records</source>
        <extracomment>desktop/ui/texts.py, PILL_LIVE</extracomment>
        <translation>Sendet während der Aufnahme</translation>
    </message>
    <message>
        <source>Offline</source>
        <extracomment>desktop/ui/texts.py, PILL_OFFLINE</extracomment>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Receiver does not answer</source>
        <extracomment>desktop/ui/texts.py, PILL_UNREACHABLE</extracomment>
        <translation>Empfänger antwortet nicht</translation>
    </message>
    <message>
        <source>Sending paused</source>
        <extracomment>desktop/ui/texts.py, PILL_PAUSED</extracomment>
        <translation>Senden angehalten</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <extracomment>desktop/ui/texts.py, INTERNAL_TITLE</extracomment>
        <translation>Etwas ist schiefgegangen.</translation>
    </message>
    <message>
        <source>Your recordings are safe. Details are in the log; if the window behaves oddly, close it and open it again.</source>
        <extracomment>desktop/ui/texts.py, INTERNAL_SENTENCE</extracomment>
        <translation>Ihre Aufnahmen sind sicher. Einzelheiten stehen im Protokoll; verhält sich das Fenster seltsam, schließen Sie es und öffnen Sie es wieder.</translation>
    </message>
    <message>
        <source>Nothing is sent: the disk is full.</source>
        <extracomment>desktop/ui/texts.py, QUEUE_FULL_TITLE</extracomment>
        <translation>Es wird nichts gesendet: Die Festplatte ist voll.</translation>
    </message>
    <message>
        <source>The closing sync mark is shown.</source>
        <extracomment>desktop/ui/texts.py, SYNC_CLOSING_TITLE</extracomment>
        <translation>Die Synchronmarke am Ende wird gezeigt.</translation>
    </message>
    <message>
        <source>The recording stops by itself in a moment. Stop again stops it at once.</source>
        <extracomment>desktop/ui/texts.py, SYNC_CLOSING</extracomment>
        <translation>Die Aufnahme stoppt gleich von selbst. Noch einmal stoppen beendet sie sofort.</translation>
    </message>
    <message>
        <source>The sync mark is not complete.</source>
        <extracomment>desktop/ui/texts.py, SYNC_TROUBLE_TITLE</extracomment>
        <translation>Die Synchronmarke ist nicht vollständig.</translation>
    </message>
    <message>
        <source>The recording is waiting for its source.</source>
        <extracomment>desktop/ui/texts.py, PART_LOST_TITLE</extracomment>
        <translation>Die Aufnahme wartet auf ihre Quelle.</translation>
    </message>
    <message>
        <source>The recording did not start.</source>
        <extracomment>desktop/ui/texts.py, REFUSED_TITLE</extracomment>
        <translation>Die Aufnahme hat nicht begonnen.</translation>
    </message>
    <message>
        <source>There is no sound.</source>
        <extracomment>desktop/ui/kiosk/texts.py, FOUND_SILENT_ALL</extracomment>
        <translation>Es gibt keinen Ton.</translation>
    </message>
    <message>
        <source>The computer is at its limit.</source>
        <extracomment>desktop/ui/texts.py, OVERLOAD_TITLE</extracomment>
        <translation>Der Computer ist an seiner Grenze.</translation>
    </message>
    <message>
        <source>Look after the sound.</source>
        <extracomment>desktop/ui/texts.py, SOUND_ALARM_TITLE</extracomment>
        <translation>Sehen Sie nach dem Ton.</translation>
    </message>
    <message>
        <source>The microphone stopped.</source>
        <extracomment>desktop/ui/texts.py, SOUND_LOST_TITLE</extracomment>
        <translation>Das Mikrofon ist stehen geblieben.</translation>
    </message>
    <message>
        <source>An alarm sounds.</source>
        <extracomment>desktop/ui/texts.py, CALLING_TITLE</extracomment>
        <translation>Ein Alarm ertönt.</translation>
    </message>
    <message>
        <source>Something needs you. What was recorded is safe.</source>
        <extracomment>desktop/ui/texts.py, CALLING</extracomment>
        <translation>Etwas braucht Sie. Das Aufgenommene ist sicher.</translation>
    </message>
    <message>
        <source>Look after the picture.</source>
        <extracomment>desktop/ui/texts.py, PICTURE_ALARM_TITLE</extracomment>
        <translation>Sehen Sie nach dem Bild.</translation>
    </message>
    <message>
        <source>The picture stands still.</source>
        <extracomment>desktop/ui/texts.py, PICTURE_FROZEN_TITLE</extracomment>
        <translation>Das Bild steht still.</translation>
    </message>
    <message>
        <source>The picture is black.</source>
        <extracomment>desktop/ui/texts.py, PICTURE_BLACK_TITLE</extracomment>
        <translation>Das Bild ist schwarz.</translation>
    </message>
    <message>
        <source>Is this the right camera?</source>
        <extracomment>desktop/ui/texts.py, DEVICE_CHANGED_TITLES</extracomment>
        <translation>Ist das die richtige Kamera?</translation>
    </message>
    <message>
        <source>Is this the right microphone?</source>
        <extracomment>desktop/ui/texts.py, DEVICE_CHANGED_TITLES</extracomment>
        <translation>Ist das das richtige Mikrofon?</translation>
    </message>
    <message>
        <source>Look at this recording before the participant leaves.</source>
        <extracomment>desktop/ui/texts.py, FINDINGS_TITLE</extracomment>
        <translation>Sehen Sie sich diese Aufnahme an, bevor die Versuchsperson geht.</translation>
    </message>
    <message>
        <source>The recording is kept; record again if it matters.</source>
        <extracomment>desktop/ui/texts.py, FINDINGS_SAFE</extracomment>
        <translation>Die Aufnahme wird behalten; nehmen Sie noch einmal auf, wenn es darauf ankommt.</translation>
    </message>
    <message>
        <source>Recording saved.</source>
        <extracomment>desktop/ui/texts.py, CHECKED_TITLE</extracomment>
        <translation>Aufnahme gesichert.</translation>
    </message>
    <message>
        <source>Holdfast could not get ready.</source>
        <extracomment>desktop/ui/texts.py, START_FAILED_TITLE</extracomment>
        <translation>Holdfast konnte sich nicht bereit machen.</translation>
    </message>
    <message>
        <source>The list of recordings cannot be read at the moment.</source>
        <extracomment>desktop/ui/texts.py, QUEUE_FAILED_TITLE</extracomment>
        <translation>Die Liste der Aufnahmen lässt sich gerade nicht lesen.</translation>
    </message>
    <message>
        <source>That did not work.</source>
        <extracomment>desktop/ui/texts.py, COMMAND_FAILED_TITLE</extracomment>
        <translation>Das ging nicht.</translation>
    </message>
    <message>
        <source>A recording is running. Stop it, keep it and quit?</source>
        <extracomment>desktop/ui/texts.py, QUIT_WHILE_RECORDING</extracomment>
        <translation>Es läuft eine Aufnahme. Stoppen, behalten und beenden?</translation>
    </message>
    <message>
        <source>Everything recorded so far is safe. What waits to be sent goes on at the next start.</source>
        <extracomment>desktop/ui/texts.py, QUIT_WHILE_RECORDING_MORE</extracomment>
        <translation>Alles bisher Aufgenommene ist sicher. Was auf das Senden wartet, geht beim nächsten Start weiter.</translation>
    </message>
    <message>
        <source>&amp;Keep recording</source>
        <extracomment>desktop/ui/texts.py, KEEP_RECORDING</extracomment>
        <translation>&amp;Weiter aufnehmen</translation>
    </message>
    <message>
        <source>&amp;Stop and quit</source>
        <extracomment>desktop/ui/texts.py, STOP_AND_QUIT</extracomment>
        <translation>&amp;Stoppen und beenden</translation>
    </message>
    <message>
        <source>Keep</source>
        <extracomment>desktop/ui/queue_texts.py, DO_KEEP</extracomment>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <extracomment>desktop/ui/texts.py, KEEP_MNEMONIC</extracomment>
        <translation>Be&amp;halten</translation>
    </message>
    <message>
        <source>&amp;Keep after all</source>
        <extracomment>desktop/ui/texts.py, KEEP_AFTER_ALL_MNEMONIC</extracomment>
        <translation>D&amp;och behalten</translation>
    </message>
    <message>
        <source>Discard</source>
        <extracomment>desktop/ui/kiosk/texts.py, UNDO_KEEP</extracomment>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>The recording did not begin; the log record.log says why.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>Die Aufnahme hat nicht begonnen; das Protokoll record.log sagt, warum.</translation>
    </message>
    <message>
        <source>The recording is not in the queue.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>Die Aufnahme ist nicht in der Warteschlange.</translation>
    </message>
    <message>
        <source>It is home, checked and playable, {home_s} s after the trouble ended.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>Sie ist zu Hause, geprüft und abspielbar, {home_s} s nachdem die Störung endete.</translation>
    </message>
    <message>
        <source>It has not come home within {HOME_S} s.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>Sie ist in {HOME_S} s nicht nach Hause gekommen.</translation>
    </message>
    <message>
        <source>The network is cut. The recording goes on.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>Das Netz ist getrennt. Die Aufnahme geht weiter.</translation>
    </message>
    <message>
        <source>The queue has noticed.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>Die Warteschlange hat es bemerkt.</translation>
    </message>
    <message>
        <source>The recording did not end in good order.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>Die Aufnahme ist nicht ordentlich zu Ende gegangen.</translation>
    </message>
    <message>
        <source>The network is back.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>Das Netz ist wieder da.</translation>
    </message>
    <message>
        <source>The camera is unplugged. The recording waits for it.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>Die Kamera ist abgezogen. Die Aufnahme wartet auf sie.</translation>
    </message>
    <message>
        <source>The camera is plugged in again.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>Die Kamera ist wieder angesteckt.</translation>
    </message>
    <message>
        <source>The recording has no gap noted where the camera was away.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>In der Aufnahme ist keine Lücke vermerkt, wo die Kamera fort war.</translation>
    </message>
    <message>
        <source>The recording went on; a gap of {missing_s} s is noted in it.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>Die Aufnahme ging weiter; eine Lücke von {missing_s} s ist darin vermerkt.</translation>
    </message>
    <message>
        <source>Recorder and uploader are killed, without a warning.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>Aufnahmeprogramm und Senden werden ohne Warnung beendet.</translation>
    </message>
    <message>
        <source>The program is started again. It looks for what was cut short.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>Das Programm wird wieder gestartet. Es sucht, was abgeschnitten wurde.</translation>
    </message>
    <message>
        <source>Of the recording, {lost_s} s at its end were lost; all before is kept.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>Von der Aufnahme gingen am Ende {lost_s} s verloren; alles davor ist behalten.</translation>
    </message>
    <message>
        <source>The disk is filled but for 4 MB.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>Die Festplatte ist bis auf 4 MB gefüllt.</translation>
    </message>
    <message>
        <source>The recording was ended in good order after {duration_s} s.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>Die Aufnahme wurde nach {duration_s} s ordentlich beendet.</translation>
    </message>
    <message>
        <source>Another recording was begun although there was no space for it.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>Es wurde noch eine Aufnahme begonnen, obwohl kein Platz dafür war.</translation>
    </message>
    <message>
        <source>Space was made.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>Es wurde Platz geschaffen.</translation>
    </message>
    <message>
        <source>This computer does not allow a program to make a small disk of its own, so that none was filled.</source>
        <extracomment>desktop/drill/drill.py</extracomment>
        <translation>Dieser Computer erlaubt keinem Programm, sich eine kleine Festplatte zu machen, darum wurde keine gefüllt.</translation>
    </message>
    <message>
        <source>Packing was stopped; run it again to go on where it was.</source>
        <extracomment>desktop/errands.py</extracomment>
        <translation>Das Packen wurde angehalten; ein neuer Anlauf macht dort weiter.</translation>
    </message>
    <message>
        <source>Not enrolled: recordings are kept here, and nothing was sent for a trial.</source>
        <extracomment>desktop/morning_lights.py</extracomment>
        <translation>Nicht angemeldet: Aufnahmen bleiben hier, und zur Probe wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>See the line of the receiver above, and `holdfast queue list`.</source>
        <extracomment>desktop/morning_lights.py</extracomment>
        <translation>Sehen Sie auf die Zeile des Empfängers oben, und auf `holdfast queue list`.</translation>
    </message>
    <message>
        <source>Every segment is on disk and matches its hash.</source>
        <extracomment>desktop/morning_lights.py</extracomment>
        <translation>Jeder Abschnitt ist auf der Festplatte und passt zu seinem Hash.</translation>
    </message>
    <message>
        <source>Look at the line of the disk above.</source>
        <extracomment>desktop/morning_lights.py</extracomment>
        <translation>Sehen Sie auf die Zeile der Festplatte oben.</translation>
    </message>
    <message>
        <source>The receiver misses nothing of it.</source>
        <extracomment>desktop/morning_lights.py</extracomment>
        <translation>Dem Empfänger fehlt nichts davon.</translation>
    </message>
    <message>
        <source>The receiver&apos;s signed receipt matches our hashes.</source>
        <extracomment>desktop/morning_lights.py</extracomment>
        <translation>Die unterschriebene Quittung des Empfängers passt zu unseren Hashes.</translation>
    </message>
    <message>
        <source>The receiver has joined it and decoded its first and last picture.</source>
        <extracomment>desktop/morning_lights.py</extracomment>
        <translation>Der Empfänger hat sie zusammengefügt und ihr erstes und letztes Bild dekodiert.</translation>
    </message>
    <message>
        <source>Ask your administrator whether the receiver prepares videos.</source>
        <extracomment>desktop/morning_lights.py</extracomment>
        <translation>Fragen Sie Ihre Administration, ob der Empfänger Videos vorbereitet.</translation>
    </message>
    <message>
        <source>The enrolment cannot be read ({error}). Recordings are kept here.</source>
        <extracomment>desktop/morning.py</extracomment>
        <translation>Die Anmeldung lässt sich nicht lesen ({error}). Aufnahmen bleiben hier.</translation>
    </message>
    <message>
        <source>The settings name a source that is not there.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>Die Einstellungen nennen eine Quelle, die es nicht gibt.</translation>
    </message>
    <message>
        <source>{there} the source is {source}.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>{there} die Quelle ist {source}.</translation>
    </message>
    <message>
        <source>No camera was found.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>Es wurde keine Kamera gefunden.</translation>
    </message>
    <message>
        <source>Plug one in, or switch it on; then `holdfast devices` lists it.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>Stecken Sie eine an oder schalten Sie sie ein; dann nennt sie `holdfast devices`.</translation>
    </message>
    <message>
        <source>There is {names}, but not {path}, which the settings name.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>Es gibt {names}, aber nicht {path}, das die Einstellungen nennen.</translation>
    </message>
    <message>
        <source>Plug that one in, or name another in `capture.source`.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>Stecken Sie diese an oder nennen Sie eine andere in `capture.source`.</translation>
    </message>
    <message>
        <source>None is needed with these settings.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>Mit diesen Einstellungen wird keines gebraucht.</translation>
    </message>
    <message>
        <source>None was found.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>Es wurde keines gefunden.</translation>
    </message>
    <message>
        <source>Plug one in, or choose the system&apos;s input; without one, recordings are silent.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>Stecken Sie eines an oder wählen Sie den Eingang des Systems; ohne sind Aufnahmen stumm.</translation>
    </message>
    <message>
        <source>The folder {root} cannot be written ({error}).</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>In den Ordner {root} kann nicht geschrieben werden ({error}).</translation>
    </message>
    <message>
        <source>Make it writable, free some space, or choose another with --home.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>Machen Sie ihn beschreibbar, schaffen Sie Platz oder wählen Sie mit --home einen anderen.</translation>
    </message>
    <message>
        <source>Choose a faster disk: this one may lose pictures.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>Wählen Sie eine schnellere Festplatte: Diese könnte Bilder verlieren.</translation>
    </message>
    <message>
        <source>Free some space, or choose another disk.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>Schaffen Sie Platz oder wählen Sie eine andere Festplatte.</translation>
    </message>
    <message>
        <source>The overflow folder {folder} cannot be read ({error}).</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>Der zweite Ordner {folder} kann nicht gelesen werden ({error}).</translation>
    </message>
    <message>
        <source>Connect its disk again.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>Schließen Sie seine Festplatte wieder an.</translation>
    </message>
    <message>
        <source>{sqlite_version}; a database in {root} does not work ({error}).</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>{sqlite_version}; eine Datenbank in {root} funktioniert nicht ({error}).</translation>
    </message>
    <message>
        <source>Choose a disk of this computer for --home, not a network drive.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>Wählen Sie für --home eine Festplatte dieses Computers, kein Netzlaufwerk.</translation>
    </message>
    <message>
        <source>{sqlite_version}; all {PRAGMAS} settings of the queue hold on this disk.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>{sqlite_version}; alle {PRAGMAS} Einstellungen der Warteschlange gelten auf dieser Festplatte.</translation>
    </message>
    <message>
        <source>This version can lose what it wrote: install pysqlite3 again.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>Diese Version kann Geschriebenes verlieren: Installieren Sie pysqlite3 neu.</translation>
    </message>
    <message>
        <source>Not installed. Nothing needs it: Holdfast brings its own.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>Nicht installiert. Nichts braucht es: Holdfast bringt sein eigenes mit.</translation>
    </message>
    <message>
        <source>{path} does not run ({error}).</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>{path} läuft nicht ({error}).</translation>
    </message>
    <message>
        <source>Nothing needs it.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>Nichts braucht es.</translation>
    </message>
    <message>
        <source>{Copyright}; nothing needs it.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>{Copyright}; nichts braucht es.</translation>
    </message>
    <message>
        <source>What was found out cannot be kept ({error}); recordings use libx264.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>Was herausgefunden wurde, kann nicht behalten werden ({error}); Aufnahmen nutzen libx264.</translation>
    </message>
    <message>
        <source>Make the home writable.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>Machen Sie den Ordner von Holdfast beschreibbar.</translation>
    </message>
    <message>
        <source>Check its driver, or set `capture.encoder` to `auto`.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>Prüfen Sie seinen Treiber oder setzen Sie `capture.encoder` auf `auto`.</translation>
    </message>
    <message>
        <source>The devices do not answer. Nothing was recorded.</source>
        <extracomment>desktop/morning.py</extracomment>
        <translation>Die Geräte antworten nicht. Es wurde nichts aufgenommen.</translation>
    </message>
    <message>
        <source>Not within {home_s} s.</source>
        <extracomment>desktop/morning.py</extracomment>
        <translation>Nicht innerhalb von {home_s} s.</translation>
    </message>
    <message>
        <source>Ask for a new code and use `holdfast enrol`.</source>
        <extracomment>desktop/receiver_checks.py</extracomment>
        <translation>Bitten Sie um einen neuen Code und benutzen Sie `holdfast enrol`.</translation>
    </message>
    <message>
        <source>Not enrolled: recordings are kept here and not sent.</source>
        <extracomment>desktop/receiver_checks.py</extracomment>
        <translation>Nicht angemeldet: Aufnahmen bleiben hier und werden nicht gesendet.</translation>
    </message>
    <message>
        <source>Recordings are kept here and sent once it answers.</source>
        <extracomment>desktop/receiver_checks.py</extracomment>
        <translation>Aufnahmen bleiben hier und werden gesendet, sobald er antwortet.</translation>
    </message>
    <message>
        <source>{url}: something else answers ({status}), perhaps a login page.</source>
        <extracomment>desktop/receiver_checks.py</extracomment>
        <translation>{url}: Etwas anderes antwortet ({status}), vielleicht eine Anmeldeseite.</translation>
    </message>
    <message>
        <source>Log in to this network, or ask for the receiver&apos;s address.</source>
        <extracomment>desktop/receiver_checks.py</extracomment>
        <translation>Melden Sie sich in diesem Netz an oder fragen Sie nach der Adresse des Empfängers.</translation>
    </message>
    <message>
        <source>{url} speaks another version of the protocol.</source>
        <extracomment>desktop/receiver_checks.py</extracomment>
        <translation>{url} spricht eine andere Version des Protokolls.</translation>
    </message>
    <message>
        <source>Update the older side; recordings are kept here meanwhile.</source>
        <extracomment>desktop/receiver_checks.py</extracomment>
        <translation>Aktualisieren Sie die ältere Seite; Aufnahmen bleiben solange hier.</translation>
    </message>
    <message>
        <source>{url}: this computer is not allowed to upload any more.</source>
        <extracomment>desktop/receiver_checks.py</extracomment>
        <translation>{url}: Dieser Computer darf nicht mehr senden.</translation>
    </message>
    <message>
        <source>Ask your administrator for a new enrolment code.</source>
        <extracomment>desktop/receiver_checks.py</extracomment>
        <translation>Bitten Sie Ihre Administration um einen neuen Anmeldecode.</translation>
    </message>
    <message>
        <source>Its log says why; recordings are kept here meanwhile.</source>
        <extracomment>desktop/receiver_checks.py</extracomment>
        <translation>Sein Protokoll sagt warum; Aufnahmen bleiben solange hier.</translation>
    </message>
    <message>
        <source>{url} is another receiver than the one this computer is enrolled at.</source>
        <extracomment>desktop/receiver_checks.py</extracomment>
        <translation>{url} ist ein anderer Empfänger als der, bei dem dieser Computer angemeldet ist.</translation>
    </message>
    <message>
        <source>Ask your administrator; nothing is deleted here on its word.</source>
        <extracomment>desktop/receiver_checks.py</extracomment>
        <translation>Fragen Sie Ihre Administration; auf sein Wort wird hier nichts gelöscht.</translation>
    </message>
    <message>
        <source>{url} answers (version {version}), and the enrolment holds.</source>
        <extracomment>desktop/receiver_checks.py</extracomment>
        <translation>{url} antwortet (Version {version}), und die Anmeldung gilt.</translation>
    </message>
    <message>
        <source>Not compared: {why}. Recordings keep their own time.</source>
        <extracomment>desktop/receiver_checks.py</extracomment>
        <translation>Nicht verglichen: {why}. Aufnahmen haben ihre eigene Zeit.</translation>
    </message>
    <message>
        <source>{value_s} s to the receiver, ± {uncertainty_s} s.</source>
        <extracomment>desktop/receiver_checks.py</extracomment>
        <translation>{value_s} s zum Empfänger, ± {uncertainty_s} s.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {value_s} s off. Recordings keep their own time; uploads are not affected.</source>
        <extracomment>desktop/receiver_checks.py</extracomment>
        <translation>Die Uhr dieses Computers geht {value_s} s falsch. Aufnahmen haben ihre eigene Zeit; das Senden ist nicht betroffen.</translation>
    </message>
    <message>
        <source>Let the system set its clock.</source>
        <extracomment>desktop/receiver_checks.py</extracomment>
        <translation>Lassen Sie das System seine Uhr stellen.</translation>
    </message>
    <message>
        <source>A study in several languages says in `language` which its first is.</source>
        <extracomment>desktop/study_languages.py</extracomment>
        <translation>Eine Studie in mehreren Sprachen sagt in `language`, welche ihre erste ist.</translation>
    </message>
    <message>
        <source>Nobody can agree to a text in another language: add `consent`.</source>
        <extracomment>desktop/study_languages.py</extracomment>
        <translation>Niemand kann einem Text in einer anderen Sprache zustimmen: Ergänzen Sie `consent`.</translation>
    </message>
    <message>
        <source>The prompt {id} is not translated.</source>
        <extracomment>desktop/study_languages.py</extracomment>
        <translation>Die Aufgabe {id} ist nicht übersetzt.</translation>
    </message>
    <message>
        <source>The prompts are not translated: add `prompts` with their ids.</source>
        <extracomment>desktop/study_languages.py</extracomment>
        <translation>Die Aufgaben sind nicht übersetzt: Ergänzen Sie `prompts` mit ihren Kennungen.</translation>
    </message>
    <message>
        <source>The receiver answered something that this Holdfast does not know ({status}).</source>
        <extracomment>uploader/policy.py</extracomment>
        <translation>Der Empfänger hat etwas geantwortet, das dieses Holdfast nicht kennt ({status}).</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <extracomment>uploader/receiver_key.py</extracomment>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The receiver has the key {new_key}, not {key}. Nothing was changed.</source>
        <extracomment>uploader/receiver_key.py</extracomment>
        <translation>Der Empfänger hat den Schlüssel {new_key}, nicht {key}. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>{day}&#xa0;{month}</source>
        <extracomment>desktop/ui/amounts_texts.py, DAY</extracomment>
        <translation>{day}.&#xa0;{month}</translation>
    </message>
    <message>
        <source>State card…</source>
        <extracomment>desktop/ui/card_texts.py, MENU</extracomment>
        <translation>Zustandskarte …</translation>
    </message>
    <message>
        <source>State card</source>
        <extracomment>desktop/ui/card_texts.py, TITLE</extracomment>
        <translation>Zustandskarte</translation>
    </message>
    <message>
        <source>How this computer stands, to carry away</source>
        <extracomment>desktop/ui/card_texts.py, HEADING</extracomment>
        <translation>Wie es um diesen Computer steht, zum Mitnehmen</translation>
    </message>
    <message>
        <source>For when this computer cannot reach its receiver. Scan the code with a phone, and give what it says to your administrator. It holds numbers and no names, and is signed by this computer.</source>
        <extracomment>desktop/ui/card_texts.py, SENTENCE</extracomment>
        <translation>Für den Fall, dass dieser Computer seinen Empfänger nicht erreicht. Lesen Sie den Code mit einem Telefon ein und geben Sie, was er sagt, Ihrer Administration. Er enthält Zahlen und keine Namen und ist von diesem Computer unterschrieben.</translation>
    </message>
    <message>
        <source>QR code of the state card</source>
        <extracomment>desktop/ui/card_texts.py, CODE</extracomment>
        <translation>QR-Code der Zustandskarte</translation>
    </message>
    <message>
        <source>Writing the card…</source>
        <extracomment>desktop/ui/card_texts.py, MAKING</extracomment>
        <translation>Die Karte wird geschrieben …</translation>
    </message>
    <message>
        <source>The card cannot be written now.</source>
        <extracomment>desktop/ui/card_texts.py, FAILED</extracomment>
        <translation>Die Karte lässt sich gerade nicht schreiben.</translation>
    </message>
    <message>
        <source>As of {time}</source>
        <extracomment>desktop/ui/card_texts.py, AT</extracomment>
        <translation>Stand {time}</translation>
    </message>
    <message>
        <source>At the receiver, holdfast admin statement reads it and says whether it is genuine.</source>
        <extracomment>desktop/ui/card_texts.py, CHECK</extracomment>
        <translation>Beim Empfänger liest holdfast admin statement sie und sagt, ob sie echt ist.</translation>
    </message>
    <message>
        <source>Copy the line</source>
        <extracomment>desktop/ui/card_texts.py, COPY</extracomment>
        <translation>Die Zeile kopieren</translation>
    </message>
    <message>
        <source>&amp;Copy the line</source>
        <extracomment>desktop/ui/card_texts.py, COPY_MNEMONIC</extracomment>
        <translation>Die Zeile &amp;kopieren</translation>
    </message>
    <message>
        <source>Copied.</source>
        <extracomment>desktop/ui/card_texts.py, COPIED</extracomment>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <extracomment>desktop/ui/card_texts.py, SAVE</extracomment>
        <translation>Das Bild speichern</translation>
    </message>
    <message>
        <source>&amp;Save the picture…</source>
        <extracomment>desktop/ui/card_texts.py, SAVE_MNEMONIC</extracomment>
        <translation>Das Bild &amp;speichern …</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <extracomment>desktop/ui/card_texts.py, SAVED</extracomment>
        <translation>Gespeichert als {file}.</translation>
    </message>
    <message>
        <source>The picture could not be saved as {file}. Choose another folder.</source>
        <extracomment>desktop/ui/card_texts.py, NOT_SAVED</extracomment>
        <translation>Das Bild ließ sich nicht als {file} speichern. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <extracomment>desktop/ui/card_texts.py, PICTURES</extracomment>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>state-card.png</source>
        <extracomment>desktop/ui/card_texts.py, FILE_NAME</extracomment>
        <translation>zustandskarte.png</translation>
    </message>
    <message>
        <source>Write it anew</source>
        <extracomment>desktop/ui/card_texts.py, AGAIN</extracomment>
        <translation>Neu schreiben</translation>
    </message>
    <message>
        <source>Write it a&amp;new</source>
        <extracomment>desktop/ui/card_texts.py, AGAIN_MNEMONIC</extracomment>
        <translation>&amp;Neu schreiben</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <extracomment>desktop/ui/card_texts.py, CLOSE_MNEMONIC</extracomment>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>Fire drill…</source>
        <extracomment>desktop/ui/drill_texts.py, MENU</extracomment>
        <translation>Notfallübung …</translation>
    </message>
    <message>
        <source>Fire drill</source>
        <extracomment>desktop/ui/drill_texts.py, TITLE</extracomment>
        <translation>Notfallübung</translation>
    </message>
    <message>
        <source>Try what could go wrong, before it does</source>
        <extracomment>desktop/ui/drill_texts.py, HEADING</extracomment>
        <translation>Ausprobieren, was schiefgehen könnte, bevor es schiefgeht</translation>
    </message>
    <message>
        <source>You cause four accidents, and watch everything arrive all the same. The drill runs in a sandbox with a drawn scene: no recording and no camera is touched. It takes about three minutes and ends with a report for your ethics board.</source>
        <extracomment>desktop/ui/drill_texts.py, SENTENCE</extracomment>
        <translation>Sie verursachen vier Störungen und sehen zu, wie trotzdem alles ankommt. Die Übung läuft in einem abgetrennten Bereich mit einer gezeichneten Szene: Keine Aufnahme und keine Kamera wird berührt. Sie dauert etwa drei Minuten und endet mit einem Bericht für Ihre Ethikkommission.</translation>
    </message>
    <message>
        <source>Start the drill</source>
        <extracomment>desktop/ui/drill_texts.py, START</extracomment>
        <translation>Die Übung starten</translation>
    </message>
    <message>
        <source>&amp;Start the drill</source>
        <extracomment>desktop/ui/drill_texts.py, START_MNEMONIC</extracomment>
        <translation>Übung &amp;starten</translation>
    </message>
    <message>
        <source>Stop the drill</source>
        <extracomment>desktop/ui/drill_texts.py, STOP</extracomment>
        <translation>Die Übung abbrechen</translation>
    </message>
    <message>
        <source>&amp;Stop the drill</source>
        <extracomment>desktop/ui/drill_texts.py, STOP_MNEMONIC</extracomment>
        <translation>Übung &amp;abbrechen</translation>
    </message>
    <message>
        <source>Open the report</source>
        <extracomment>desktop/ui/drill_texts.py, REPORT</extracomment>
        <translation>Den Bericht öffnen</translation>
    </message>
    <message>
        <source>Open the &amp;report</source>
        <extracomment>desktop/ui/drill_texts.py, REPORT_MNEMONIC</extracomment>
        <translation>&amp;Bericht öffnen</translation>
    </message>
    <message>
        <source>What was seen</source>
        <extracomment>desktop/ui/drill_texts.py, SEEN</extracomment>
        <translation>Was zu sehen war</translation>
    </message>
    <message>
        <source>The network is cut</source>
        <extracomment>desktop/ui/drill_texts.py, ACCIDENTS</extracomment>
        <translation>Das Netz wird getrennt</translation>
    </message>
    <message>
        <source>The camera is unplugged</source>
        <extracomment>desktop/ui/drill_texts.py, ACCIDENTS</extracomment>
        <translation>Die Kamera wird abgezogen</translation>
    </message>
    <message>
        <source>The program is killed</source>
        <extracomment>desktop/ui/drill_texts.py, ACCIDENTS</extracomment>
        <translation>Das Programm wird beendet</translation>
    </message>
    <message>
        <source>The disk fills up</source>
        <extracomment>desktop/ui/drill_texts.py, ACCIDENTS</extracomment>
        <translation>Die Festplatte läuft voll</translation>
    </message>
    <message>
        <source>Cut the network</source>
        <extracomment>desktop/ui/drill_texts.py, ACTS</extracomment>
        <translation>Netz trennen</translation>
    </message>
    <message>
        <source>Unplug the camera</source>
        <extracomment>desktop/ui/drill_texts.py, ACTS</extracomment>
        <translation>Kamera abziehen</translation>
    </message>
    <message>
        <source>Kill the program</source>
        <extracomment>desktop/ui/drill_texts.py, ACTS</extracomment>
        <translation>Programm beenden</translation>
    </message>
    <message>
        <source>Fill the disk</source>
        <extracomment>desktop/ui/drill_texts.py, ACTS</extracomment>
        <translation>Festplatte füllen</translation>
    </message>
    <message>
        <source>Watching…</source>
        <extracomment>desktop/ui/drill_texts.py, STATES</extracomment>
        <translation>Wird beobachtet …</translation>
    </message>
    <message>
        <source>Your turn</source>
        <extracomment>desktop/ui/drill_texts.py, STATES</extracomment>
        <translation>Sie sind dran</translation>
    </message>
    <message>
        <source>It held</source>
        <extracomment>desktop/ui/drill_texts.py, STATES</extracomment>
        <translation>Es hat gehalten</translation>
    </message>
    <message>
        <source>It did not hold</source>
        <extracomment>desktop/ui/drill_texts.py, STATES</extracomment>
        <translation>Es hat nicht gehalten</translation>
    </message>
    <message>
        <source>Left out here</source>
        <extracomment>desktop/ui/drill_texts.py, STATES</extracomment>
        <translation>Hier ausgelassen</translation>
    </message>
    <message>
        <source>Nothing has been tried yet.</source>
        <extracomment>desktop/ui/drill_texts.py, READY</extracomment>
        <translation>Es wurde noch nichts ausprobiert.</translation>
    </message>
    <message>
        <source>Starting a recorder, an uploader and a receiver of the drill&apos;s own…</source>
        <extracomment>desktop/ui/drill_texts.py, PREPARING</extracomment>
        <translation>Aufnahmeprogramm, Senden und ein Empfänger nur für die Übung werden gestartet …</translation>
    </message>
    <message>
        <source>A recording is running. Press the button whenever you like.</source>
        <extracomment>desktop/ui/drill_texts.py, YOUR_TURN</extracomment>
        <translation>Eine Aufnahme läuft. Drücken Sie die Taste, wann Sie wollen.</translation>
    </message>
    <message>
        <source>Everything that was recorded came home.</source>
        <extracomment>desktop/ui/drill_texts.py, ALL_HELD</extracomment>
        <translation>Alles Aufgenommene ist angekommen.</translation>
    </message>
    <message>
        <source>Not everything held. The report says what did not.</source>
        <extracomment>desktop/ui/drill_texts.py, NOT_HELD</extracomment>
        <translation>Nicht alles hat gehalten. Der Bericht sagt, was nicht.</translation>
    </message>
    <message>
        <source>The drill was stopped. Nothing else was touched.</source>
        <extracomment>desktop/ui/drill_texts.py, STOPPED</extracomment>
        <translation>Die Übung wurde abgebrochen. Sonst wurde nichts berührt.</translation>
    </message>
    <message>
        <source>The drill could not be held to its end. {why}</source>
        <extracomment>desktop/ui/drill_texts.py, FAILED</extracomment>
        <translation>Die Übung kam nicht zu ihrem Ende. {why}</translation>
    </message>
    <message>
        <source>It ended without a word; nothing else was touched.</source>
        <extracomment>desktop/ui/drill_texts.py, UNKNOWN</extracomment>
        <translation>Sie endete ohne ein Wort; sonst wurde nichts berührt.</translation>
    </message>
    <message>
        <source>Study: {title}</source>
        <extracomment>desktop/ui/field_texts.py, STUDY</extracomment>
        <translation>Studie: {title}</translation>
    </message>
    <message>
        <source>No study</source>
        <extracomment>desktop/ui/field_texts.py, NO_STUDY</extracomment>
        <translation>Keine Studie</translation>
    </message>
    <message>
        <source>Which study the next recordings belong to (Ctrl+T)</source>
        <extracomment>desktop/ui/field_texts.py, STUDY_HINT</extracomment>
        <translation>Zu welcher Studie die nächsten Aufnahmen gehören (Strg+T)</translation>
    </message>
    <message>
        <source>Study of the next recordings</source>
        <extracomment>desktop/ui/field_texts.py, STUDY_NAME</extracomment>
        <translation>Studie der nächsten Aufnahmen</translation>
    </message>
    <message>
        <source>Language of the study</source>
        <extracomment>desktop/ui/field_texts.py, STUDY_LANGUAGES</extracomment>
        <translation>Sprache der Studie</translation>
    </message>
    <message>
        <source>Open a study file…</source>
        <extracomment>desktop/ui/field_texts.py, OPEN_STUDY</extracomment>
        <translation>Eine Studiendatei öffnen …</translation>
    </message>
    <message>
        <source>Open a study file</source>
        <extracomment>desktop/ui/field_texts.py, OPEN_STUDY_TITLE</extracomment>
        <translation>Eine Studiendatei öffnen</translation>
    </message>
    <message>
        <source>Study files</source>
        <extracomment>desktop/ui/field_texts.py, STUDY_FILES</extracomment>
        <translation>Studiendateien</translation>
    </message>
    <message>
        <source>This study file cannot be used.</source>
        <extracomment>desktop/ui/field_texts.py, STUDY_FAULTY_TITLE</extracomment>
        <translation>Diese Studiendatei ist nicht brauchbar.</translation>
    </message>
    <message>
        <source>{faults} Nothing was changed; recordings are safe on this computer.</source>
        <extracomment>desktop/ui/field_texts.py, STUDY_FAULTY</extracomment>
        <translation>{faults} Es wurde nichts geändert; Aufnahmen sind auf diesem Computer sicher.</translation>
    </message>
    <message>
        <source>The chosen study is not here.</source>
        <extracomment>desktop/ui/field_texts.py, STUDY_GONE_TITLE</extracomment>
        <translation>Die gewählte Studie ist nicht hier.</translation>
    </message>
    <message>
        <source>“{study}” is neither a study that this computer was given nor a file that can be read. You can record without a study, or choose another one.</source>
        <extracomment>desktop/ui/field_texts.py, STUDY_GONE</extracomment>
        <translation>„{study}“ ist weder eine Studie, die dieser Computer bekommen hat, noch eine lesbare Datei. Sie können ohne Studie aufnehmen oder eine andere wählen.</translation>
    </message>
    <message>
        <source>Make a new id</source>
        <extracomment>desktop/ui/field_texts.py, RANDOM</extracomment>
        <translation>Eine neue Kennung vergeben</translation>
    </message>
    <message>
        <source>Make an id that says nothing about the person</source>
        <extracomment>desktop/ui/field_texts.py, RANDOM_HINT</extracomment>
        <translation>Eine Kennung vergeben, die nichts über den Menschen sagt</translation>
    </message>
    <message>
        <source>Note</source>
        <extracomment>desktop/ui/field_texts.py, NOTE</extracomment>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Note about this recording</source>
        <extracomment>desktop/ui/field_texts.py, NOTE_EMPTY</extracomment>
        <translation>Notiz zu dieser Aufnahme</translation>
    </message>
    <message>
        <source>Kept with the recording and sent with it</source>
        <extracomment>desktop/ui/field_texts.py, NOTE_HINT</extracomment>
        <translation>Wird mit der Aufnahme behalten und gesendet</translation>
    </message>
    <message>
        <source>Numbers of this study look like {example}. You can record all the same.</source>
        <extracomment>desktop/ui/field_texts.py, NOT_LIKE</extracomment>
        <translation>Nummern dieser Studie sehen aus wie {example}. Sie können trotzdem aufnehmen.</translation>
    </message>
    <message>
        <source>This is no number of this study. You can record all the same.</source>
        <extracomment>desktop/ui/field_texts.py, NOT_OF_STUDY</extracomment>
        <translation>Das ist keine Nummer dieser Studie. Sie können trotzdem aufnehmen.</translation>
    </message>
    <message>
        <source>Agreed to the text, version {version}</source>
        <extracomment>desktop/ui/field_texts.py, AGREED</extracomment>
        <translation>Mit dem Text einverstanden, Version {version}</translation>
    </message>
    <message>
        <source>Without it the recording is made and kept, and nothing of it leaves this computer before the participant has agreed</source>
        <extracomment>desktop/ui/field_texts.py, AGREED_HINT</extracomment>
        <translation>Ohne sie wird aufgenommen und behalten, und nichts davon verlässt diesen Computer, bevor die Versuchsperson eingewilligt hat</translation>
    </message>
    <message>
        <source>What is happening?</source>
        <extracomment>desktop/ui/field_texts.py, MARK_WORDS</extracomment>
        <translation>Was geschieht gerade?</translation>
    </message>
    <message>
        <source>What is happening? Enter marks it</source>
        <extracomment>desktop/ui/field_texts.py, MARK_WORDS_EMPTY</extracomment>
        <translation>Was geschieht gerade? Eingabe setzt eine Marke</translation>
    </message>
    <message>
        <source>Last marks</source>
        <extracomment>desktop/ui/field_texts.py, LAST_MARKS</extracomment>
        <translation>Letzte Marken</translation>
    </message>
    <message>
        <source>Framing guide</source>
        <extracomment>desktop/ui/field_texts.py, GUIDE</extracomment>
        <translation>Bildrahmen</translation>
    </message>
    <message>
        <source>Framing guide on the picture</source>
        <extracomment>desktop/ui/field_texts.py, GUIDE_MENU</extracomment>
        <translation>Bildrahmen auf dem Bild</translation>
    </message>
    <message>
        <source>Good: the face is in the frame</source>
        <extracomment>desktop/ui/framing_texts.py, ADVICE</extracomment>
        <translation>Gut: Das Gesicht ist im Bild</translation>
    </message>
    <message>
        <source>Too dark</source>
        <extracomment>desktop/ui/framing_texts.py, ADVICE</extracomment>
        <translation>Zu dunkel</translation>
    </message>
    <message>
        <source>No face in the picture</source>
        <extracomment>desktop/ui/framing_texts.py, ADVICE</extracomment>
        <translation>Kein Gesicht im Bild</translation>
    </message>
    <message>
        <source>Move closer</source>
        <extracomment>desktop/ui/framing_texts.py, ADVICE</extracomment>
        <translation>Kommen Sie näher</translation>
    </message>
    <message>
        <source>Move back a little</source>
        <extracomment>desktop/ui/framing_texts.py, ADVICE</extracomment>
        <translation>Gehen Sie etwas zurück</translation>
    </message>
    <message>
        <source>Move to your left</source>
        <extracomment>desktop/ui/framing_texts.py, ADVICE</extracomment>
        <translation>Etwas nach links rücken</translation>
    </message>
    <message>
        <source>Move to your right</source>
        <extracomment>desktop/ui/framing_texts.py, ADVICE</extracomment>
        <translation>Etwas nach rechts rücken</translation>
    </message>
    <message>
        <source>Sit up a little, or lower the camera</source>
        <extracomment>desktop/ui/framing_texts.py, ADVICE</extracomment>
        <translation>Etwas aufrichten, oder die Kamera tiefer</translation>
    </message>
    <message>
        <source>Sit down a little, or raise the camera</source>
        <extracomment>desktop/ui/framing_texts.py, ADVICE</extracomment>
        <translation>Etwas tiefer setzen, oder die Kamera höher</translation>
    </message>
    <message>
        <source>Recordings {size}</source>
        <extracomment>desktop/ui/field_texts.py, OURS</extracomment>
        <translation>Aufnahmen {size}</translation>
    </message>
    <message>
        <source>A recording is running, and its first segment is saved.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>Eine Aufnahme läuft, und ihr erster Abschnitt ist gesichert.</translation>
    </message>
    <message>
        <source>The queue has not noticed that nothing gets through.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>Die Warteschlange hat nicht bemerkt, dass nichts durchkommt.</translation>
    </message>
    <message>
        <source>This computer is not enrolled at a receiver yet. Recordings are safe here; enrol it in the settings, or with holdfast enrol URL CODE.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation>Dieser Computer ist noch bei keinem Empfänger angemeldet. Aufnahmen sind hier sicher; melden Sie ihn in den Einstellungen an, oder mit holdfast enrol URL CODE.</translation>
    </message>
    <message>
        <source>Drill again</source>
        <extracomment>desktop/ui/drill_texts.py, AGAIN</extracomment>
        <translation>Noch einmal üben</translation>
    </message>
    <message>
        <source>Drill a&amp;gain</source>
        <extracomment>desktop/ui/drill_texts.py, AGAIN_MNEMONIC</extracomment>
        <translation>&amp;Noch einmal üben</translation>
    </message>
    <message>
        <source>Other files {size}</source>
        <extracomment>desktop/ui/field_texts.py, OTHERS</extracomment>
        <translation>Andere Dateien {size}</translation>
    </message>
    <message>
        <source>Free {size}</source>
        <extracomment>desktop/ui/field_texts.py, FREE</extracomment>
        <translation>Frei {size}</translation>
    </message>
    <message numerus="yes">
        <source>Space for %Ln more session like the last ones.|Space for %Ln more sessions like the last ones.</source>
        <extracomment>desktop/ui/field_texts.py, SESSIONS_LEFT</extracomment>
        <translation>
            <numerusform>Platz für noch %Ln Sitzung wie die letzten.</numerusform>
            <numerusform>Platz für noch %Ln Sitzungen wie die letzten.</numerusform>
        </translation>
    </message>
    <message>
        <source>No space for another session like the last ones.</source>
        <extracomment>desktop/ui/field_texts.py, NO_SESSION_LEFT</extracomment>
        <translation>Kein Platz für noch eine Sitzung wie die letzten.</translation>
    </message>
    <message>
        <source>The {size} waiting need about {span} on this network.</source>
        <extracomment>desktop/ui/field_texts.py, HOME_NOW</extracomment>
        <translation>Die wartenden {size} brauchen in diesem Netz etwa {span}.</translation>
    </message>
    <message>
        <source>The {size} waiting need less than a minute on this network.</source>
        <extracomment>desktop/ui/field_texts.py, HOME_NOW_SOON</extracomment>
        <translation>Die wartenden {size} brauchen in diesem Netz weniger als eine Minute.</translation>
    </message>
    <message>
        <source>The {size} waiting need less than a minute at the last speed.</source>
        <extracomment>desktop/ui/field_texts.py, HOME_LAST_SOON</extracomment>
        <translation>Die wartenden {size} brauchen beim letzten Tempo weniger als eine Minute.</translation>
    </message>
    <message>
        <source>The {size} waiting need about {span} at the last speed.</source>
        <extracomment>desktop/ui/field_texts.py, HOME_LAST</extracomment>
        <translation>Die wartenden {size} brauchen beim letzten Tempo etwa {span}.</translation>
    </message>
    <message>
        <source>Keep the button pressed for a second to stop.</source>
        <extracomment>desktop/ui/field_texts.py, HOLD_TO_STOP</extracomment>
        <translation>Halten Sie die Taste eine Sekunde gedrückt, um zu stoppen.</translation>
    </message>
    <message>
        <source>Press {key} again to stop.</source>
        <extracomment>desktop/ui/field_texts.py, AGAIN_TO_STOP</extracomment>
        <translation>Drücken Sie {key} noch einmal, um zu stoppen.</translation>
    </message>
    <message>
        <source>Something went wrong. Your recordings are safe.</source>
        <extracomment>desktop/ui/help/texts.py, FAULT_TITLE</extracomment>
        <translation>Etwas ist schiefgegangen. Ihre Aufnahmen sind sicher.</translation>
    </message>
    <message>
        <source>A part of the window did not do what it should. What is being recorded goes on, and what was recorded stays on this computer. You can go on working; a restart sets the window right.</source>
        <extracomment>desktop/ui/help/texts.py, FAULT_SENTENCE</extracomment>
        <translation>Ein Teil des Fensters hat nicht getan, was er soll. Was gerade aufgenommen wird, geht weiter, und das Aufgenommene bleibt auf diesem Computer. Sie können weiterarbeiten; ein Neustart bringt das Fenster in Ordnung.</translation>
    </message>
    <message>
        <source>Holdfast stopped unexpectedly at {time}. Your recordings are safe.</source>
        <extracomment>desktop/ui/help/texts.py, CRASH_TITLE</extracomment>
        <translation>Holdfast ist um {time} unerwartet stehen geblieben. Ihre Aufnahmen sind sicher.</translation>
    </message>
    <message>
        <source>Everything up to then was looked at when Holdfast started, and what was unfinished has been completed. Sending goes on by itself.</source>
        <extracomment>desktop/ui/help/texts.py, CRASH_SENTENCE</extracomment>
        <translation>Alles bis dahin wurde beim Start von Holdfast durchgesehen, und Unfertiges wurde vervollständigt. Das Senden geht von selbst weiter.</translation>
    </message>
    <message>
        <source>{recovered} Sending goes on by itself.</source>
        <extracomment>desktop/ui/help/texts.py, CRASH_RECOVERED</extracomment>
        <translation>{recovered} Das Senden geht von selbst weiter.</translation>
    </message>
    <message>
        <source>What was noted</source>
        <extracomment>desktop/ui/help/texts.py, DETAILS</extracomment>
        <translation>Was vermerkt wurde</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <extracomment>desktop/ui/help/texts.py, CONTINUE_MNEMONIC</extracomment>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Restart</source>
        <extracomment>desktop/ui/help/texts.py, RESTART_MNEMONIC</extracomment>
        <translation>&amp;Neu starten</translation>
    </message>
    <message>
        <source>&amp;Save report…</source>
        <extracomment>desktop/ui/help/texts.py, SAVE_REPORT_MNEMONIC</extracomment>
        <translation>&amp;Bericht speichern …</translation>
    </message>
    <message>
        <source>Save a report for whoever helps</source>
        <extracomment>desktop/ui/help/texts.py, SAVE_REPORT</extracomment>
        <translation>Einen Bericht für die speichern, die helfen</translation>
    </message>
    <message>
        <source>A recording is running. Stop it, keep it and restart?</source>
        <extracomment>desktop/ui/help/texts.py, RESTART_QUESTION</extracomment>
        <translation>Es läuft eine Aufnahme. Stoppen, behalten und neu starten?</translation>
    </message>
    <message>
        <source>Log</source>
        <extracomment>desktop/ui/help/texts.py, LOG_TITLE</extracomment>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>The newest {count} lines that Holdfast noted on this computer.</source>
        <extracomment>desktop/ui/help/texts.py, LOG_INTRO</extracomment>
        <translation>Die neuesten {count} Zeilen, die Holdfast auf diesem Computer vermerkt hat.</translation>
    </message>
    <message>
        <source>Lines of the log</source>
        <extracomment>desktop/ui/help/texts.py, LOG_NAME</extracomment>
        <translation>Zeilen des Protokolls</translation>
    </message>
    <message>
        <source>Time</source>
        <extracomment>desktop/ui/help/texts.py, LOG_COLUMNS</extracomment>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Part</source>
        <extracomment>desktop/ui/help/texts.py, LOG_COLUMNS</extracomment>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>desktop/ui/help/texts.py, LEVEL_NAME</extracomment>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Everything</source>
        <extracomment>desktop/ui/help/texts.py, LEVELS</extracomment>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Notes and worse</source>
        <extracomment>desktop/ui/help/texts.py, LEVELS</extracomment>
        <translation>Notizen und Schlimmeres</translation>
    </message>
    <message>
        <source>Warnings and worse</source>
        <extracomment>desktop/ui/help/texts.py, LEVELS</extracomment>
        <translation>Warnungen und Schlimmeres</translation>
    </message>
    <message>
        <source>Errors only</source>
        <extracomment>desktop/ui/help/texts.py, LEVELS</extracomment>
        <translation>Nur Fehler</translation>
    </message>
    <message>
        <source>Detail</source>
        <extracomment>desktop/ui/help/texts.py, LEVEL_WORDS</extracomment>
        <translation>Einzelheit</translation>
    </message>
    <message>
        <source>Warning</source>
        <extracomment>desktop/ui/help/texts.py, LEVEL_WORDS</extracomment>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <extracomment>desktop/ui/help/texts.py, LEVEL_WORDS</extracomment>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Failure</source>
        <extracomment>desktop/ui/help/texts.py, LEVEL_WORDS</extracomment>
        <translation>Versagen</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <extracomment>desktop/ui/help/texts.py, FIND_NAME</extracomment>
        <translation>Im Protokoll suchen</translation>
    </message>
    <message>
        <source>Find…</source>
        <extracomment>desktop/ui/help/texts.py, FIND_EMPTY</extracomment>
        <translation>Suchen …</translation>
    </message>
    <message>
        <source>&amp;Follow new lines</source>
        <extracomment>desktop/ui/help/texts.py, FOLLOW_MNEMONIC</extracomment>
        <translation>Neuen Zeilen &amp;folgen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <extracomment>desktop/ui/help/texts.py, COPY_MNEMONIC</extracomment>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected lines, or all that are shown</source>
        <extracomment>desktop/ui/help/texts.py, COPY</extracomment>
        <translation>Die gewählten Zeilen kopieren, oder alle gezeigten</translation>
    </message>
    <message>
        <source>Nothing was noted yet.</source>
        <extracomment>desktop/ui/help/texts.py, LOG_EMPTY</extracomment>
        <translation>Es wurde noch nichts vermerkt.</translation>
    </message>
    <message>
        <source>The log cannot be read ({reason}). Recordings are not affected.</source>
        <extracomment>desktop/ui/help/texts.py, LOG_UNREADABLE</extracomment>
        <translation>Das Protokoll lässt sich nicht lesen ({reason}). Aufnahmen sind davon nicht betroffen.</translation>
    </message>
    <message>
        <source>Diagnostics bundle</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_TITLE</extracomment>
        <translation>Diagnosepaket</translation>
    </message>
    <message>
        <source>One zip file for whoever helps you. It holds what is listed here: no picture, no sound, no token, no key and no PIN.</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_INTRO</extracomment>
        <translation>Eine Zip-Datei für die, die Ihnen helfen. Sie enthält, was hier aufgelistet ist: kein Bild, keinen Ton, kein Token, keinen Schlüssel und keine PIN.</translation>
    </message>
    <message>
        <source>What goes into the bundle</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_LIST</extracomment>
        <translation>Was in das Paket kommt</translation>
    </message>
    <message>
        <source>File</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_COLUMNS</extracomment>
        <translation>Datei</translation>
    </message>
    <message>
        <source>What it says</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_COLUMNS</extracomment>
        <translation>Was sie sagt</translation>
    </message>
    <message>
        <source>Holdfast, Python, the system and all packages with their versions</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_MEANINGS</extracomment>
        <translation>Holdfast, Python, das System und alle Pakete mit ihren Versionen</translation>
    </message>
    <message>
        <source>The settings, without secrets</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_MEANINGS</extracomment>
        <translation>Die Einstellungen, ohne Geheimnisse</translation>
    </message>
    <message>
        <source>The variables that Holdfast and its windows look at</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_MEANINGS</extracomment>
        <translation>Die Variablen, auf die Holdfast und seine Fenster achten</translation>
    </message>
    <message>
        <source>Cameras and microphones</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_MEANINGS</extracomment>
        <translation>Kameras und Mikrofone</translation>
    </message>
    <message>
        <source>How full the disk is</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_MEANINGS</extracomment>
        <translation>Wie voll die Festplatte ist</translation>
    </message>
    <message>
        <source>Recordings with their state, as the queue shows them</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_MEANINGS</extracomment>
        <translation>Aufnahmen mit ihrem Zustand, wie die Warteschlange sie zeigt</translation>
    </message>
    <message>
        <source>What a quick check of this computer and the receiver found</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_MEANINGS</extracomment>
        <translation>Was eine kurze Prüfung dieses Computers und des Empfängers ergab</translation>
    </message>
    <message>
        <source>What the window noted</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_MEANINGS</extracomment>
        <translation>Was das Fenster vermerkt hat</translation>
    </message>
    <message>
        <source>What was left by a crash</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_MEANINGS</extracomment>
        <translation>Was ein Absturz hinterlassen hat</translation>
    </message>
    <message>
        <source>What the receiver on this computer noted</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_MEANINGS</extracomment>
        <translation>Was der Empfänger auf diesem Computer vermerkt hat</translation>
    </message>
    <message>
        <source>A log, or an older part of one</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_LOG</extracomment>
        <translation>Ein Protokoll, oder ein älterer Teil davon</translation>
    </message>
    <message>
        <source>Looking at this computer. This takes a few seconds…</source>
        <extracomment>desktop/ui/help/texts.py, GATHERING</extracomment>
        <translation>Dieser Computer wird angesehen. Das dauert einige Sekunden …</translation>
    </message>
    <message>
        <source>Keep &amp;participants&apos; ids readable</source>
        <extracomment>desktop/ui/help/texts.py, PARTICIPANTS_MNEMONIC</extracomment>
        <translation>Kennungen der &amp;Versuchspersonen lesbar lassen</translation>
    </message>
    <message>
        <source>Otherwise each is replaced by a short code that means the same one.</source>
        <extracomment>desktop/ui/help/texts.py, PARTICIPANTS_HINT</extracomment>
        <translation>Sonst wird jede durch einen kurzen Code ersetzt, der dieselbe meint.</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <extracomment>desktop/ui/help/texts.py, SAVE_MNEMONIC</extracomment>
        <translation>&amp;Speichern …</translation>
    </message>
    <message>
        <source>Save the diagnostics bundle</source>
        <extracomment>desktop/ui/help/texts.py, SAVE_NAME</extracomment>
        <translation>Das Diagnosepaket speichern</translation>
    </message>
    <message>
        <source>Zip files (*.zip)</source>
        <extracomment>desktop/ui/help/texts.py, ZIP_FILES</extracomment>
        <translation>Zip-Dateien (*.zip)</translation>
    </message>
    <message>
        <source>Saved as {file}. Nothing was sent anywhere.</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_SAVED</extracomment>
        <translation>Gespeichert als {file}. Es wurde nichts irgendwohin gesendet.</translation>
    </message>
    <message>
        <source>It was not saved ({reason}). Choose another folder.</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_NOT_SAVED</extracomment>
        <translation>Es wurde nicht gespeichert ({reason}). Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>It could not be gathered ({reason}). Recordings are not affected.</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_FAILED</extracomment>
        <translation>Es ließ sich nicht sammeln ({reason}). Aufnahmen sind davon nicht betroffen.</translation>
    </message>
    <message>
        <source>Records people on camera and gets the recordings home.</source>
        <extracomment>desktop/ui/help/texts.py, ABOUT_SENTENCE</extracomment>
        <translation>Nimmt Menschen mit der Kamera auf und bringt die Aufnahmen nach Hause.</translation>
    </message>
    <message>
        <source>What Holdfast is built with</source>
        <extracomment>desktop/ui/help/texts.py, PARTS</extracomment>
        <translation>Womit Holdfast gebaut ist</translation>
    </message>
    <message>
        <source>its files say</source>
        <extracomment>desktop/ui/help/texts.py, NO_LICENCE</extracomment>
        <translation>sagen seine Dateien</translation>
    </message>
    <message>
        <source>This package brings no licence text. Its page: {page}</source>
        <extracomment>desktop/ui/help/texts.py, NO_LICENCE_TEXT</extracomment>
        <translation>Dieses Paket bringt keinen Lizenztext mit. Seine Seite: {page}</translation>
    </message>
    <message>
        <source>Licence text</source>
        <extracomment>desktop/ui/help/texts.py, LICENCE_TEXT</extracomment>
        <translation>Lizenztext</translation>
    </message>
    <message>
        <source>Start</source>
        <extracomment>desktop/ui/kiosk/texts.py, START</extracomment>
        <translation>Los</translation>
    </message>
    <message>
        <source>Continue</source>
        <extracomment>desktop/ui/kiosk/texts.py, CONTINUE</extracomment>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>desktop/ui/kiosk/texts.py, BACK</extracomment>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Enter</source>
        <extracomment>desktop/ui/kiosk/texts.py, ENTER</extracomment>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Take the last character away</source>
        <extracomment>desktop/ui/kiosk/texts.py, ERASE</extracomment>
        <translation>Das letzte Zeichen löschen</translation>
    </message>
    <message>
        <source>No, thank you</source>
        <extracomment>desktop/ui/kiosk/texts.py, NO_THANK_YOU</extracomment>
        <translation>Nein, danke</translation>
    </message>
    <message>
        <source>Stop now</source>
        <extracomment>desktop/ui/kiosk/texts.py, STOP_NOW</extracomment>
        <translation>Jetzt aufhören</translation>
    </message>
    <message>
        <source>Keep this recording</source>
        <extracomment>desktop/ui/kiosk/texts.py, KEEP</extracomment>
        <translation>Diese Aufnahme behalten</translation>
    </message>
    <message>
        <source>Record again</source>
        <extracomment>desktop/ui/kiosk/texts.py, REDO</extracomment>
        <translation>Noch einmal aufnehmen</translation>
    </message>
    <message>
        <source>Play again</source>
        <extracomment>desktop/ui/kiosk/texts.py, PLAY_AGAIN</extracomment>
        <translation>Noch einmal abspielen</translation>
    </message>
    <message>
        <source>Finish</source>
        <extracomment>desktop/ui/kiosk/texts.py, FINISH</extracomment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Retry failed uploads</source>
        <extracomment>desktop/ui/kiosk/texts.py, RETRY_FAILED</extracomment>
        <translation>Fehlgeschlagenes erneut senden</translation>
    </message>
    <message>
        <source>Stop here</source>
        <extracomment>desktop/ui/kiosk/texts.py, STOP_HERE</extracomment>
        <translation>Hier aufhören</translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>desktop/ui/kiosk/texts.py, GO_ON</extracomment>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>Recording session</source>
        <extracomment>desktop/ui/kiosk/texts.py, KIOSK</extracomment>
        <translation>Aufnahmesitzung</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <extracomment>desktop/ui/kiosk/texts.py, STEP</extracomment>
        <translation>Schritt {step} von {steps}</translation>
    </message>
    <message>
        <source>Last step</source>
        <extracomment>desktop/ui/kiosk/texts.py, LAST_STEP</extracomment>
        <translation>Letzter Schritt</translation>
    </message>
    <message>
        <source>How much of the recording was played</source>
        <extracomment>desktop/ui/kiosk/texts.py, PLAYED</extracomment>
        <translation>Wie viel der Aufnahme abgespielt ist</translation>
    </message>
    <message>
        <source>What you are asked to agree to</source>
        <extracomment>desktop/ui/kiosk/texts.py, CONSENT_TEXT</extracomment>
        <translation>Worum Sie gebeten werden</translation>
    </message>
    <message numerus="yes">
        <source>Sending (%n waiting)</source>
        <extracomment>desktop/ui/kiosk/texts.py, SENDING_WAITING</extracomment>
        <translation>
            <numerusform>Sendet (%n wartet)</numerusform>
            <numerusform>Sendet (%n warten)</numerusform>
        </translation>
    </message>
    <message>
        <source>No internet. Saved here</source>
        <extracomment>desktop/ui/kiosk/texts.py, WAITING_OFFLINE</extracomment>
        <translation>Kein Internet. Hier gesichert</translation>
    </message>
    <message>
        <source>Saved here</source>
        <extracomment>desktop/ui/kiosk/texts.py, WAITING_PAUSED</extracomment>
        <translation>Hier gesichert</translation>
    </message>
    <message numerus="yes">
        <source>All %n sent</source>
        <extracomment>desktop/ui/kiosk/texts.py, ALL_SENT</extracomment>
        <translation>
            <numerusform>Alles gesendet</numerusform>
            <numerusform>Alle %n gesendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n needs attention|%n need attention</source>
        <extracomment>desktop/ui/kiosk/texts.py, NEED_ATTENTION</extracomment>
        <translation>
            <numerusform>%n braucht Hilfe</numerusform>
            <numerusform>%n brauchen Hilfe</numerusform>
        </translation>
    </message>
    <message>
        <source>One moment, please</source>
        <extracomment>desktop/ui/kiosk/texts.py, OPENING_TITLE</extracomment>
        <translation>Einen Augenblick, bitte</translation>
    </message>
    <message>
        <source>The kiosk is starting.</source>
        <extracomment>desktop/ui/kiosk/texts.py, OPENING</extracomment>
        <translation>Der Kiosk startet.</translation>
    </message>
    <message>
        <source>The kiosk could not start</source>
        <extracomment>desktop/ui/kiosk/texts.py, NOT_OPENED_TITLE</extracomment>
        <translation>Der Kiosk konnte nicht starten</translation>
    </message>
    <message>
        <source>Please tell a staff member. What was recorded before is safe.</source>
        <extracomment>desktop/ui/kiosk/texts.py, NOT_OPENED</extracomment>
        <translation>Bitte sagen Sie dem Personal Bescheid. Was vorher aufgenommen wurde, ist sicher.</translation>
    </message>
    <message>
        <source>Welcome</source>
        <extracomment>desktop/ui/kiosk/texts.py, WELCOME</extracomment>
        <translation>Willkommen</translation>
    </message>
    <message numerus="yes">
        <source>You will make one short recording.|You will make %n short recordings.</source>
        <extracomment>desktop/ui/kiosk/texts.py, WELCOME_COUNT</extracomment>
        <translation>
            <numerusform>Sie machen eine kurze Aufnahme.</numerusform>
            <numerusform>Sie machen %n kurze Aufnahmen.</numerusform>
        </translation>
    </message>
    <message>
        <source>It takes about {minutes} minutes.</source>
        <extracomment>desktop/ui/kiosk/texts.py, WELCOME_TIME</extracomment>
        <translation>Es dauert etwa {minutes} Minuten.</translation>
    </message>
    <message>
        <source>We record your face and your voice. You see a red frame while we record.</source>
        <extracomment>desktop/ui/kiosk/texts.py, WELCOME_FACE</extracomment>
        <translation>Wir nehmen Ihr Gesicht und Ihre Stimme auf. Während der Aufnahme sehen Sie einen roten Rahmen.</translation>
    </message>
    <message>
        <source>You can stop at any time.</source>
        <extracomment>desktop/ui/kiosk/texts.py, WELCOME_LEAVE</extracomment>
        <translation>Sie können jederzeit aufhören.</translation>
    </message>
    <message>
        <source>Before we begin</source>
        <extracomment>desktop/ui/kiosk/texts.py, CONSENT_TITLE</extracomment>
        <translation>Bevor wir beginnen</translation>
    </message>
    <message>
        <source>I have read this and I agree to be recorded.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CONSENT_STATEMENT</extracomment>
        <translation>Ich habe dies gelesen und bin einverstanden, aufgenommen zu werden.</translation>
    </message>
    <message>
        <source>Please read to the end first. The page can be moved with a finger.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CONSENT_READ_FIRST</extracomment>
        <translation>Bitte lesen Sie zuerst bis zum Ende. Die Seite lässt sich mit dem Finger verschieben.</translation>
    </message>
    <message>
        <source>That is all right</source>
        <extracomment>desktop/ui/kiosk/texts.py, DECLINED_TITLE</extracomment>
        <translation>Das ist in Ordnung</translation>
    </message>
    <message>
        <source>Nothing was recorded. Thank you for your time.</source>
        <extracomment>desktop/ui/kiosk/texts.py, DECLINED</extracomment>
        <translation>Es wurde nichts aufgenommen. Danke für Ihre Zeit.</translation>
    </message>
    <message>
        <source>Please say that you agree</source>
        <extracomment>desktop/ui/kiosk/texts.py, CONSENT_SAY_TITLE</extracomment>
        <translation>Bitte stimmen Sie laut zu</translation>
    </message>
    <message>
        <source>We record your answer first, and check that it can be played. After that the recordings begin.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CONSENT_SAY</extracomment>
        <translation>Wir nehmen zuerst Ihre Antwort auf und prüfen, ob sie sich abspielen lässt. Danach beginnen die Aufnahmen.</translation>
    </message>
    <message>
        <source>Please say aloud</source>
        <extracomment>desktop/ui/kiosk/texts.py, CONSENT_SAY_HEADING</extracomment>
        <translation>Bitte sagen Sie laut</translation>
    </message>
    <message>
        <source>We are checking that your consent can be played.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CONSENT_CHECKING</extracomment>
        <translation>Wir prüfen, ob sich Ihre Einwilligung abspielen lässt.</translation>
    </message>
    <message>
        <source>This recording cannot be played. Please record it again.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CONSENT_UNPLAYABLE</extracomment>
        <translation>Diese Aufnahme lässt sich nicht abspielen. Bitte nehmen Sie sie noch einmal auf.</translation>
    </message>
    <message>
        <source>Your consent can be played.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CONSENT_PLAYS</extracomment>
        <translation>Ihre Einwilligung lässt sich abspielen.</translation>
    </message>
    <message>
        <source>The recording was cut short. Please record it again.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CONSENT_CUT</extracomment>
        <translation>Die Aufnahme wurde abgebrochen. Bitte nehmen Sie sie noch einmal auf.</translation>
    </message>
    <message>
        <source>Can you see and hear yourself?</source>
        <extracomment>desktop/ui/kiosk/texts.py, CONSENT_REVIEW</extracomment>
        <translation>Sind Sie zu sehen und zu hören?</translation>
    </message>
    <message>
        <source>Your participant number</source>
        <extracomment>desktop/ui/kiosk/texts.py, NUMBER_TITLE</extracomment>
        <translation>Ihre Teilnahmenummer</translation>
    </message>
    <message>
        <source>It is on the card you were given.</source>
        <extracomment>desktop/ui/kiosk/texts.py, NUMBER_CARD</extracomment>
        <translation>Sie steht auf der Karte, die Sie bekommen haben.</translation>
    </message>
    <message>
        <source>It is on the card you were given. It looks like this: {example}</source>
        <extracomment>desktop/ui/kiosk/texts.py, NUMBER_EXAMPLE</extracomment>
        <translation>Sie steht auf der Karte, die Sie bekommen haben. Sie sieht so aus: {example}</translation>
    </message>
    <message>
        <source>This number is in the list.</source>
        <extracomment>desktop/ui/kiosk/texts.py, NUMBER_FOUND</extracomment>
        <translation>Diese Nummer steht auf der Liste.</translation>
    </message>
    <message>
        <source>This number looks right.</source>
        <extracomment>desktop/ui/kiosk/texts.py, NUMBER_FITS</extracomment>
        <translation>Diese Nummer sieht richtig aus.</translation>
    </message>
    <message>
        <source>This does not look like a participant number. Please check your card.</source>
        <extracomment>desktop/ui/kiosk/texts.py, NUMBER_OTHER_FORM</extracomment>
        <translation>Das sieht nicht wie eine Teilnahmenummer aus. Bitte sehen Sie auf Ihrer Karte nach.</translation>
    </message>
    <message>
        <source>This number is not in the list. Please check your card, or ask a staff member.</source>
        <extracomment>desktop/ui/kiosk/texts.py, NUMBER_NOT_LISTED</extracomment>
        <translation>Diese Nummer steht nicht auf der Liste. Bitte sehen Sie auf Ihrer Karte nach, oder fragen Sie das Personal.</translation>
    </message>
    <message>
        <source>Can we see and hear you?</source>
        <extracomment>desktop/ui/kiosk/texts.py, CHECK_TITLE</extracomment>
        <translation>Sehen und hören wir Sie?</translation>
    </message>
    <message>
        <source>Sit so that your face is in the oval, and say a few words.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CHECK</extracomment>
        <translation>Setzen Sie sich so, dass Ihr Gesicht im Oval ist, und sagen Sie ein paar Worte.</translation>
    </message>
    <message>
        <source>Camera and sound</source>
        <extracomment>desktop/ui/kiosk/texts.py, CHECK_HEADING</extracomment>
        <translation>Kamera und Ton</translation>
    </message>
    <message>
        <source>Before you start</source>
        <extracomment>desktop/ui/kiosk/texts.py, BEFORE_START</extracomment>
        <translation>Bevor Sie beginnen</translation>
    </message>
    <message>
        <source>Recording {number} of {count}: {title}</source>
        <extracomment>desktop/ui/kiosk/texts.py, RECORDING_OF</extracomment>
        <translation>Aufnahme {number} von {count}: {title}</translation>
    </message>
    <message numerus="yes">
        <source>%n second. We count down first.|%n seconds. We count down first.</source>
        <extracomment>desktop/ui/kiosk/texts.py, PROMPT_SECONDS</extracomment>
        <translation>
            <numerusform>%n Sekunde. Vorher zählen wir herunter.</numerusform>
            <numerusform>%n Sekunden. Vorher zählen wir herunter.</numerusform>
        </translation>
    </message>
    <message>
        <source>You stop it yourself. We count down first.</source>
        <extracomment>desktop/ui/kiosk/texts.py, PROMPT_OPEN</extracomment>
        <translation>Sie beenden sie selbst. Vorher zählen wir herunter.</translation>
    </message>
    <message>
        <source>The camera is starting</source>
        <extracomment>desktop/ui/kiosk/texts.py, CAMERA_STARTING</extracomment>
        <translation>Die Kamera startet</translation>
    </message>
    <message>
        <source>The light is good</source>
        <extracomment>desktop/ui/kiosk/texts.py, LIGHT_GOOD</extracomment>
        <translation>Das Licht ist gut</translation>
    </message>
    <message>
        <source>It is too dark. Please turn on a light.</source>
        <extracomment>desktop/ui/kiosk/texts.py, LIGHT_DARK</extracomment>
        <translation>Es ist zu dunkel. Bitte machen Sie Licht an.</translation>
    </message>
    <message>
        <source>Your face is in the frame</source>
        <extracomment>desktop/ui/kiosk/texts.py, FACE_GOOD</extracomment>
        <translation>Ihr Gesicht ist im Bild</translation>
    </message>
    <message>
        <source>We cannot see your face yet</source>
        <extracomment>desktop/ui/kiosk/texts.py, FACE_MISSING</extracomment>
        <translation>Wir sehen Ihr Gesicht noch nicht</translation>
    </message>
    <message>
        <source>The microphone works</source>
        <extracomment>desktop/ui/kiosk/texts.py, SOUND_GOOD</extracomment>
        <translation>Das Mikrofon geht</translation>
    </message>
    <message>
        <source>We cannot hear you yet. Please say a few words.</source>
        <extracomment>desktop/ui/kiosk/texts.py, SOUND_QUIET</extracomment>
        <translation>Wir hören Sie noch nicht. Bitte sagen Sie ein paar Worte.</translation>
    </message>
    <message>
        <source>There is no sound. Recording goes on without it.</source>
        <extracomment>desktop/ui/kiosk/texts.py, SOUND_NONE</extracomment>
        <translation>Es gibt keinen Ton. Die Aufnahme geht ohne ihn weiter.</translation>
    </message>
    <message>
        <source>The microphone does not work. Please tell a staff member.</source>
        <extracomment>desktop/ui/kiosk/texts.py, SOUND_MISSING</extracomment>
        <translation>Das Mikrofon funktioniert nicht. Bitte sagen Sie dem Personal Bescheid.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <extracomment>desktop/ui/kiosk/texts.py, LOOKING</extracomment>
        <translation>Wir sehen nach …</translation>
    </message>
    <message>
        <source>Good: your face is in the frame</source>
        <extracomment>desktop/ui/kiosk/texts.py, GUIDE_GOOD</extracomment>
        <translation>Gut: Ihr Gesicht ist im Bild</translation>
    </message>
    <message>
        <source>Move to the left</source>
        <extracomment>desktop/ui/kiosk/texts.py, GUIDE_LEFT</extracomment>
        <translation>Etwas nach links</translation>
    </message>
    <message>
        <source>Move to the right</source>
        <extracomment>desktop/ui/kiosk/texts.py, GUIDE_RIGHT</extracomment>
        <translation>Etwas nach rechts</translation>
    </message>
    <message>
        <source>Move up a little</source>
        <extracomment>desktop/ui/kiosk/texts.py, GUIDE_UP</extracomment>
        <translation>Etwas höher</translation>
    </message>
    <message>
        <source>Move down a little</source>
        <extracomment>desktop/ui/kiosk/texts.py, GUIDE_DOWN</extracomment>
        <translation>Etwas tiefer</translation>
    </message>
    <message>
        <source>We cannot see your face</source>
        <extracomment>desktop/ui/kiosk/texts.py, GUIDE_NOBODY</extracomment>
        <translation>Wir sehen Ihr Gesicht nicht</translation>
    </message>
    <message>
        <source>Too quiet, speak up</source>
        <extracomment>desktop/ui/kiosk/texts.py, LEVEL_QUIET</extracomment>
        <translation>Zu leise, sprechen Sie lauter</translation>
    </message>
    <message>
        <source>No sound</source>
        <extracomment>desktop/ui/kiosk/texts.py, LEVEL_NONE</extracomment>
        <translation>Kein Ton</translation>
    </message>
    <message>
        <source>Look at the camera</source>
        <extracomment>desktop/ui/kiosk/texts.py, LOOK_AT_CAMERA</extracomment>
        <translation>Blicken Sie in die Kamera</translation>
    </message>
    <message>
        <source>Getting camera and microphone ready…</source>
        <extracomment>desktop/ui/kiosk/texts.py, GETTING_READY</extracomment>
        <translation>Kamera und Mikrofon werden bereit gemacht …</translation>
    </message>
    <message numerus="yes">
        <source>Recording starts in %n second|Recording starts in %n seconds</source>
        <extracomment>desktop/ui/kiosk/texts.py, STARTS_IN</extracomment>
        <translation>
            <numerusform>Die Aufnahme beginnt in %n Sekunde</numerusform>
            <numerusform>Die Aufnahme beginnt in %n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second left|%n seconds left</source>
        <extracomment>desktop/ui/kiosk/texts.py, SECONDS_LEFT</extracomment>
        <translation>
            <numerusform>noch %n Sekunde</numerusform>
            <numerusform>noch %n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>{time} left</source>
        <extracomment>desktop/ui/kiosk/texts.py, MINUTES_LEFT</extracomment>
        <translation>noch {time}</translation>
    </message>
    <message>
        <source>We cannot hear anything. Is the microphone switched on? Recording goes on.</source>
        <extracomment>desktop/ui/kiosk/texts.py, NOT_HEARD</extracomment>
        <translation>Wir hören nichts. Ist das Mikrofon eingeschaltet? Die Aufnahme geht weiter.</translation>
    </message>
    <message>
        <source>The picture is missing. What was recorded is safe. We wait for the camera.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CAMERA_WAITED_FOR</extracomment>
        <translation>Das Bild fehlt. Das bisher Aufgenommene ist sicher. Wir warten auf die Kamera.</translation>
    </message>
    <message>
        <source>Please call a staff member now.</source>
        <extracomment>desktop/ui/kiosk/texts.py, NOT_WRITTEN</extracomment>
        <translation>Bitte rufen Sie jetzt das Personal.</translation>
    </message>
    <message>
        <source>No picture</source>
        <extracomment>desktop/ui/kiosk/texts.py, PICTURE_MISSING</extracomment>
        <translation>Kein Bild</translation>
    </message>
    <message>
        <source>Watch your recording. Is it good?</source>
        <extracomment>desktop/ui/kiosk/texts.py, REVIEW_TITLE</extracomment>
        <translation>Sehen Sie sich Ihre Aufnahme an. Ist sie gut?</translation>
    </message>
    <message>
        <source>We are looking at it…</source>
        <extracomment>desktop/ui/kiosk/texts.py, REVIEW_CHECKING</extracomment>
        <translation>Wir sehen sie uns an …</translation>
    </message>
    <message>
        <source>We could not check this recording. Please watch it yourself.</source>
        <extracomment>desktop/ui/kiosk/texts.py, REVIEW_UNCHECKED</extracomment>
        <translation>Wir konnten diese Aufnahme nicht prüfen. Bitte sehen Sie sie selbst an.</translation>
    </message>
    <message>
        <source>It cannot be shown here, but it is saved.</source>
        <extracomment>desktop/ui/kiosk/texts.py, REVIEW_NO_PLAY</extracomment>
        <translation>Sie lässt sich hier nicht zeigen, aber sie ist gesichert.</translation>
    </message>
    <message>
        <source>Your face was not seen for {percent} of the time.</source>
        <extracomment>desktop/ui/kiosk/texts.py, FOUND_NO_FACE</extracomment>
        <translation>Ihr Gesicht war {percent} der Zeit nicht zu sehen.</translation>
    </message>
    <message>
        <source>Your face was never seen.</source>
        <extracomment>desktop/ui/kiosk/texts.py, FOUND_NO_FACE_AT_ALL</extracomment>
        <translation>Ihr Gesicht war nie zu sehen.</translation>
    </message>
    <message>
        <source>The picture is too dark.</source>
        <extracomment>desktop/ui/kiosk/texts.py, FOUND_DARK</extracomment>
        <translation>Das Bild ist zu dunkel.</translation>
    </message>
    <message>
        <source>The picture is blurred.</source>
        <extracomment>desktop/ui/kiosk/texts.py, FOUND_BLURRED</extracomment>
        <translation>Das Bild ist unscharf.</translation>
    </message>
    <message>
        <source>The picture stood still for some time.</source>
        <extracomment>desktop/ui/kiosk/texts.py, FOUND_FROZEN</extracomment>
        <translation>Das Bild stand eine Zeit lang still.</translation>
    </message>
    <message>
        <source>There is no sound for some time.</source>
        <extracomment>desktop/ui/kiosk/texts.py, FOUND_SILENT</extracomment>
        <translation>Eine Zeit lang ist kein Ton da.</translation>
    </message>
    <message>
        <source>The sound is too loud.</source>
        <extracomment>desktop/ui/kiosk/texts.py, FOUND_CLIPPED</extracomment>
        <translation>Der Ton ist zu laut.</translation>
    </message>
    <message>
        <source>The recording is very short.</source>
        <extracomment>desktop/ui/kiosk/texts.py, FOUND_SHORT</extracomment>
        <translation>Die Aufnahme ist sehr kurz.</translation>
    </message>
    <message>
        <source>The recording is longer than planned.</source>
        <extracomment>desktop/ui/kiosk/texts.py, FOUND_LONG</extracomment>
        <translation>Die Aufnahme ist länger als geplant.</translation>
    </message>
    <message>
        <source>The picture may jump in some places.</source>
        <extracomment>desktop/ui/kiosk/texts.py, FOUND_LOST</extracomment>
        <translation>Das Bild kann an manchen Stellen springen.</translation>
    </message>
    <message>
        <source>Something may be wrong with this recording. Please watch it.</source>
        <extracomment>desktop/ui/kiosk/texts.py, FOUND_OTHER</extracomment>
        <translation>Mit dieser Aufnahme stimmt vielleicht etwas nicht. Bitte sehen Sie sie an.</translation>
    </message>
    <message>
        <source>The camera does not work</source>
        <extracomment>desktop/ui/kiosk/texts.py, NO_CAMERA_TITLE</extracomment>
        <translation>Die Kamera funktioniert nicht</translation>
    </message>
    <message>
        <source>Please tell a staff member. What you recorded before is safe.</source>
        <extracomment>desktop/ui/kiosk/texts.py, NO_CAMERA</extracomment>
        <translation>Bitte sagen Sie dem Personal Bescheid. Was Sie vorher aufgenommen haben, ist sicher.</translation>
    </message>
    <message>
        <source>We cannot record now</source>
        <extracomment>desktop/ui/kiosk/texts.py, NO_SPACE_TITLE</extracomment>
        <translation>Wir können gerade nicht aufnehmen</translation>
    </message>
    <message>
        <source>There is no room left on this computer. Please tell a staff member. What you recorded before is safe.</source>
        <extracomment>desktop/ui/kiosk/texts.py, NO_SPACE</extracomment>
        <translation>Auf diesem Computer ist kein Platz mehr. Bitte sagen Sie dem Personal Bescheid. Was Sie vorher aufgenommen haben, ist sicher.</translation>
    </message>
    <message>
        <source>This could not be recorded</source>
        <extracomment>desktop/ui/kiosk/texts.py, NOT_RECORDED_TITLE</extracomment>
        <translation>Das konnte nicht aufgenommen werden</translation>
    </message>
    <message>
        <source>Please try again, or tell a staff member. What you recorded before is safe.</source>
        <extracomment>desktop/ui/kiosk/texts.py, NOT_RECORDED</extracomment>
        <translation>Bitte versuchen Sie es noch einmal, oder sagen Sie dem Personal Bescheid. Was Sie vorher aufgenommen haben, ist sicher.</translation>
    </message>
    <message>
        <source>Welcome back</source>
        <extracomment>desktop/ui/kiosk/texts.py, RESUME_TITLE</extracomment>
        <translation>Willkommen zurück</translation>
    </message>
    <message>
        <source>The computer stopped unexpectedly. {done} of {count} recordings are done and safe. Would you like to continue?</source>
        <extracomment>desktop/ui/kiosk/texts.py, RESUME</extracomment>
        <translation>Der Computer ist unerwartet stehen geblieben. {done} von {count} Aufnahmen sind fertig und sicher. Möchten Sie weitermachen?</translation>
    </message>
    <message>
        <source>No, end it here</source>
        <extracomment>desktop/ui/kiosk/texts.py, RESUME_NO</extracomment>
        <translation>Nein, hier beenden</translation>
    </message>
    <message>
        <source>Thank you for coming</source>
        <extracomment>desktop/ui/kiosk/texts.py, LEFT_TITLE</extracomment>
        <translation>Danke, dass Sie da waren</translation>
    </message>
    <message>
        <source>What you recorded is kept, and it is safe.</source>
        <extracomment>desktop/ui/kiosk/texts.py, LEFT_KEPT</extracomment>
        <translation>Was Sie aufgenommen haben, wird behalten und ist sicher.</translation>
    </message>
    <message>
        <source>Do you want to stop here?</source>
        <extracomment>desktop/ui/kiosk/texts.py, LEAVE_TITLE</extracomment>
        <translation>Möchten Sie hier aufhören?</translation>
    </message>
    <message>
        <source>You can go on, or stop. You choose what happens to what you recorded.</source>
        <extracomment>desktop/ui/kiosk/texts.py, LEAVE</extracomment>
        <translation>Sie können weitermachen oder aufhören. Sie entscheiden, was mit dem Aufgenommenen geschieht.</translation>
    </message>
    <message>
        <source>You can go on, or stop. Nothing has been recorded.</source>
        <extracomment>desktop/ui/kiosk/texts.py, LEAVE_NOTHING</extracomment>
        <translation>Sie können weitermachen oder aufhören. Es wurde nichts aufgenommen.</translation>
    </message>
    <message>
        <source>Stop, and keep what I recorded</source>
        <extracomment>desktop/ui/kiosk/texts.py, LEAVE_KEEP</extracomment>
        <translation>Aufhören, und das Aufgenommene behalten</translation>
    </message>
    <message>
        <source>Stop, and delete what I recorded</source>
        <extracomment>desktop/ui/kiosk/texts.py, LEAVE_DELETE</extracomment>
        <translation>Aufhören, und das Aufgenommene löschen</translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>desktop/ui/kiosk/texts.py, LEAVE_PLAIN</extracomment>
        <translation>Aufhören</translation>
    </message>
    <message>
        <source>Your recordings will be deleted</source>
        <extracomment>desktop/ui/kiosk/texts.py, WITHDRAWN_TITLE</extracomment>
        <translation>Ihre Aufnahmen werden gelöscht</translation>
    </message>
    <message>
        <source>They are not used. They are deleted from this computer, and from wherever they were sent before. Thank you for your time.</source>
        <extracomment>desktop/ui/kiosk/texts.py, WITHDRAWN</extracomment>
        <translation>Sie werden nicht verwendet. Sie werden von diesem Computer gelöscht, und von überall, wohin sie vorher gesendet wurden. Danke für Ihre Zeit.</translation>
    </message>
    <message>
        <source>Please tell a staff member</source>
        <extracomment>desktop/ui/kiosk/texts.py, WITHDRAWAL_FAILED_TITLE</extracomment>
        <translation>Bitte sagen Sie dem Personal Bescheid</translation>
    </message>
    <message>
        <source>We noted that you want your recordings deleted, but this computer could not do it by itself.</source>
        <extracomment>desktop/ui/kiosk/texts.py, WITHDRAWAL_FAILED</extracomment>
        <translation>Wir haben vermerkt, dass Ihre Aufnahmen gelöscht werden sollen, aber dieser Computer konnte es nicht selbst tun.</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <extracomment>desktop/ui/kiosk/texts.py, STILL_THERE</extracomment>
        <translation>Sind Sie noch da?</translation>
    </message>
    <message>
        <source>This screen goes back to the beginning. What you recorded is kept.</source>
        <extracomment>desktop/ui/kiosk/texts.py, STILL_THERE_MORE</extracomment>
        <translation>Dieser Bildschirm geht zum Anfang zurück. Was Sie aufgenommen haben, wird behalten.</translation>
    </message>
    <message>
        <source>Yes, I am here</source>
        <extracomment>desktop/ui/kiosk/texts.py, STILL_HERE</extracomment>
        <translation>Ja, ich bin da</translation>
    </message>
    <message>
        <source>Thank you</source>
        <extracomment>desktop/ui/kiosk/texts.py, CLOSING_SENDING_TITLE</extracomment>
        <translation>Danke</translation>
    </message>
    <message>
        <source>Your recordings are safe. We are sending them to the study team now.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CLOSING_SENDING</extracomment>
        <translation>Ihre Aufnahmen sind sicher. Wir senden sie jetzt an das Studienteam.</translation>
    </message>
    <message numerus="yes">
        <source>Still sending %n recording; you may leave now.|Still sending %n recordings; you may leave now.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CLOSING_STILL_SENDING</extracomment>
        <translation>
            <numerusform>Noch %n Aufnahme wird gesendet; Sie können jetzt gehen.</numerusform>
            <numerusform>Noch %n Aufnahmen werden gesendet; Sie können jetzt gehen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Still sending %n recording. Please wait a moment, or press Finish.|Still sending %n recordings. Please wait a moment, or press Finish.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CLOSING_PLEASE_WAIT</extracomment>
        <translation>
            <numerusform>Noch %n Aufnahme wird gesendet. Bitte warten Sie einen Augenblick, oder drücken Sie „Fertig“.</numerusform>
            <numerusform>Noch %n Aufnahmen werden gesendet. Bitte warten Sie einen Augenblick, oder drücken Sie „Fertig“.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your recordings are safe on this computer. There is no internet right now, so we will send them later.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CLOSING_OFFLINE</extracomment>
        <translation>Ihre Aufnahmen sind auf diesem Computer sicher. Es gibt gerade kein Internet, darum senden wir sie später.</translation>
    </message>
    <message>
        <source>Your recordings are safe on this computer. They will be sent later.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CLOSING_LATER</extracomment>
        <translation>Ihre Aufnahmen sind auf diesem Computer sicher. Sie werden später gesendet.</translation>
    </message>
    <message>
        <source>Nothing is lost. You can leave now.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CLOSING_NOTHING_LOST</extracomment>
        <translation>Nichts ist verloren. Sie können jetzt gehen.</translation>
    </message>
    <message>
        <source>You do not need to do anything. You can leave now.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CLOSING_NOTHING_TO_DO</extracomment>
        <translation>Sie brauchen nichts zu tun. Sie können jetzt gehen.</translation>
    </message>
    <message>
        <source>Saved, but not sent yet</source>
        <extracomment>desktop/ui/kiosk/texts.py, CLOSING_FAILED_TITLE</extracomment>
        <translation>Gesichert, aber noch nicht gesendet</translation>
    </message>
    <message numerus="yes">
        <source>Your recordings are safe on this computer. One of them could not be sent. Please tell a staff member.|Your recordings are safe on this computer. %n of them could not be sent. Please tell a staff member.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CLOSING_FAILED</extracomment>
        <translation>
            <numerusform>Ihre Aufnahmen sind auf diesem Computer sicher. Eine davon konnte nicht gesendet werden. Bitte sagen Sie dem Personal Bescheid.</numerusform>
            <numerusform>Ihre Aufnahmen sind auf diesem Computer sicher. %n davon konnten nicht gesendet werden. Bitte sagen Sie dem Personal Bescheid.</numerusform>
        </translation>
    </message>
    <message>
        <source>All done. Thank you!</source>
        <extracomment>desktop/ui/kiosk/texts.py, CLOSING_DONE_TITLE</extracomment>
        <translation>Alles fertig. Danke!</translation>
    </message>
    <message numerus="yes">
        <source>Your recording is saved, and the study team has received it.|All %n recordings are saved, and the study team has received them.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CLOSING_DONE</extracomment>
        <translation>
            <numerusform>Ihre Aufnahme ist gesichert, und das Studienteam hat sie erhalten.</numerusform>
            <numerusform>Alle %n Aufnahmen sind gesichert, und das Studienteam hat sie erhalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was recorded. You can leave now.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CLOSING_NOTHING</extracomment>
        <translation>Es wurde nichts aufgenommen. Sie können jetzt gehen.</translation>
    </message>
    <message numerus="yes">
        <source>This screen closes in %n second.|This screen closes in %n seconds.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CLOSES_IN</extracomment>
        <translation>
            <numerusform>Dieser Bildschirm schließt sich in %n Sekunde.</numerusform>
            <numerusform>Dieser Bildschirm schließt sich in %n Sekunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your reference: {reference}</source>
        <extracomment>desktop/ui/kiosk/texts.py, REFERENCE</extracomment>
        <translation>Ihr Kennzeichen: {reference}</translation>
    </message>
    <message>
        <source>Sent</source>
        <extracomment>desktop/ui/kiosk/texts.py, ROW_SENT</extracomment>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Sending, {percent}</source>
        <extracomment>desktop/ui/kiosk/texts.py, ROW_SENDING</extracomment>
        <translation>Sendet, {percent}</translation>
    </message>
    <message>
        <source>Almost done</source>
        <extracomment>desktop/ui/kiosk/texts.py, ROW_ALMOST</extracomment>
        <translation>Fast fertig</translation>
    </message>
    <message>
        <source>Waiting, we try again by itself</source>
        <extracomment>desktop/ui/kiosk/texts.py, ROW_RETRY</extracomment>
        <translation>Wartet, wir versuchen es von selbst wieder</translation>
    </message>
    <message>
        <source>Saved here, waits for internet</source>
        <extracomment>desktop/ui/kiosk/texts.py, ROW_OFFLINE</extracomment>
        <translation>Hier gesichert, wartet auf Internet</translation>
    </message>
    <message>
        <source>Saved here, will be sent later</source>
        <extracomment>desktop/ui/kiosk/texts.py, ROW_PAUSED</extracomment>
        <translation>Hier gesichert, wird später gesendet</translation>
    </message>
    <message>
        <source>Not sent. Please tell a staff member</source>
        <extracomment>desktop/ui/kiosk/texts.py, ROW_FAILED</extracomment>
        <translation>Nicht gesendet. Bitte sagen Sie dem Personal Bescheid</translation>
    </message>
    <message>
        <source>Your consent</source>
        <extracomment>desktop/ui/kiosk/texts.py, CONSENT_ROW</extracomment>
        <translation>Ihre Einwilligung</translation>
    </message>
    <message>
        <source>A recording</source>
        <extracomment>desktop/ui/kiosk/texts.py, A_RECORDING</extracomment>
        <translation>Eine Aufnahme</translation>
    </message>
    <message>
        <source>Saved {count} of {of}</source>
        <extracomment>desktop/ui/kiosk/texts.py, LIGHT_SAVED</extracomment>
        <translation>Gesichert {count} von {of}</translation>
    </message>
    <message>
        <source>Received {count} of {of}</source>
        <extracomment>desktop/ui/kiosk/texts.py, LIGHT_RECEIVED</extracomment>
        <translation>Empfangen {count} von {of}</translation>
    </message>
    <message>
        <source>Verified {count} of {of}</source>
        <extracomment>desktop/ui/kiosk/texts.py, LIGHT_VERIFIED</extracomment>
        <translation>Geprüft {count} von {of}</translation>
    </message>
    <message>
        <source>Playable {count} of {of}</source>
        <extracomment>desktop/ui/kiosk/texts.py, LIGHT_PLAYABLE</extracomment>
        <translation>Abspielbar {count} von {of}</translation>
    </message>
    <message>
        <source>Staff PIN</source>
        <extracomment>desktop/ui/kiosk/texts.py, PIN_TITLE</extracomment>
        <translation>PIN des Personals</translation>
    </message>
    <message>
        <source>For staff only.</source>
        <extracomment>desktop/ui/kiosk/texts.py, PIN_MORE</extracomment>
        <translation>Nur für das Personal.</translation>
    </message>
    <message>
        <source>This is not the PIN.</source>
        <extracomment>desktop/ui/kiosk/texts.py, PIN_WRONG</extracomment>
        <translation>Das ist nicht die PIN.</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Wait %n second.|Too many wrong PINs. Wait %n seconds.</source>
        <extracomment>desktop/ui/kiosk/texts.py, PIN_WAIT</extracomment>
        <translation>
            <numerusform>Zu viele falsche PINs. Warten Sie %n Sekunde.</numerusform>
            <numerusform>Zu viele falsche PINs. Warten Sie %n Sekunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a staff PIN</source>
        <extracomment>desktop/ui/kiosk/texts.py, PIN_CHOOSE_TITLE</extracomment>
        <translation>Eine PIN für das Personal wählen</translation>
    </message>
    <message>
        <source>This kiosk has no PIN yet. Choose 4 to 12 digits; without them nobody can leave this screen.</source>
        <extracomment>desktop/ui/kiosk/texts.py, PIN_CHOOSE</extracomment>
        <translation>Dieser Kiosk hat noch keine PIN. Wählen Sie 4 bis 12 Ziffern; ohne sie kann niemand diesen Bildschirm verlassen.</translation>
    </message>
    <message>
        <source>The same PIN again</source>
        <extracomment>desktop/ui/kiosk/texts.py, PIN_AGAIN_TITLE</extracomment>
        <translation>Dieselbe PIN noch einmal</translation>
    </message>
    <message>
        <source>So that it is the one you meant.</source>
        <extracomment>desktop/ui/kiosk/texts.py, PIN_AGAIN</extracomment>
        <translation>Damit es die ist, die Sie meinten.</translation>
    </message>
    <message>
        <source>The two were different. Choose again.</source>
        <extracomment>desktop/ui/kiosk/texts.py, PIN_DIFFERENT</extracomment>
        <translation>Die beiden waren verschieden. Wählen Sie noch einmal.</translation>
    </message>
    <message numerus="yes">
        <source>%n digit typed|%n digits typed</source>
        <extracomment>desktop/ui/kiosk/texts.py, DIGITS_TYPED</extracomment>
        <translation>
            <numerusform>%n Ziffer eingegeben</numerusform>
            <numerusform>%n Ziffern eingegeben</numerusform>
        </translation>
    </message>
    <message>
        <source>Staff</source>
        <extracomment>desktop/ui/kiosk/texts.py, STAFF_TITLE</extracomment>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Participant: {participant}</source>
        <extracomment>desktop/ui/kiosk/texts.py, STAFF_PARTICIPANT</extracomment>
        <translation>Versuchsperson: {participant}</translation>
    </message>
    <message>
        <source>No session is running.</source>
        <extracomment>desktop/ui/kiosk/texts.py, STAFF_NO_SESSION</extracomment>
        <translation>Es läuft keine Sitzung.</translation>
    </message>
    <message>
        <source>Waiting to be sent, of all sessions: {count}</source>
        <extracomment>desktop/ui/kiosk/texts.py, STAFF_WAITING</extracomment>
        <translation>Warten auf das Senden, aus allen Sitzungen: {count}</translation>
    </message>
    <message>
        <source>Space for {time} of recording</source>
        <extracomment>desktop/ui/kiosk/texts.py, STAFF_SPACE</extracomment>
        <translation>Platz für {time} Aufnahme</translation>
    </message>
    <message>
        <source>Kept</source>
        <extracomment>desktop/ui/kiosk/texts.py, TAKE_KEPT</extracomment>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Discarded; it can still be kept</source>
        <extracomment>desktop/ui/kiosk/texts.py, TAKE_DISCARDED</extracomment>
        <translation>Verworfen; kann noch behalten werden</translation>
    </message>
    <message>
        <source>Discarded</source>
        <extracomment>desktop/ui/kiosk/texts.py, TAKE_GONE</extracomment>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Not decided yet</source>
        <extracomment>desktop/ui/kiosk/texts.py, TAKE_PENDING</extracomment>
        <translation>Noch nicht entschieden</translation>
    </message>
    <message>
        <source>Keep it after all</source>
        <extracomment>desktop/ui/kiosk/texts.py, UNDO_DISCARD</extracomment>
        <translation>Doch behalten</translation>
    </message>
    <message>
        <source>Again: {title}</source>
        <extracomment>desktop/ui/kiosk/texts.py, RECORD_PROMPT_AGAIN</extracomment>
        <translation>Noch einmal: {title}</translation>
    </message>
    <message>
        <source>Try to send now</source>
        <extracomment>desktop/ui/kiosk/texts.py, RETRY_NOW</extracomment>
        <translation>Jetzt senden versuchen</translation>
    </message>
    <message>
        <source>Open camera and microphone again</source>
        <extracomment>desktop/ui/kiosk/texts.py, REOPEN_DEVICES</extracomment>
        <translation>Kamera und Mikrofon neu öffnen</translation>
    </message>
    <message>
        <source>End this session</source>
        <extracomment>desktop/ui/kiosk/texts.py, END_SESSION</extracomment>
        <translation>Diese Sitzung beenden</translation>
    </message>
    <message>
        <source>Leave the kiosk</source>
        <extracomment>desktop/ui/kiosk/texts.py, LEAVE_KIOSK</extracomment>
        <translation>Den Kiosk verlassen</translation>
    </message>
    <message>
        <source>Back to the participant</source>
        <extracomment>desktop/ui/kiosk/texts.py, BACK_TO_PARTICIPANT</extracomment>
        <translation>Zurück zur Versuchsperson</translation>
    </message>
    <message>
        <source>Record this session without sound</source>
        <extracomment>desktop/ui/kiosk/texts.py, GO_WITHOUT_SOUND</extracomment>
        <translation>Diese Sitzung ohne Ton aufnehmen</translation>
    </message>
    <message>
        <source>Something went wrong inside the kiosk. Recordings are safe; the log says what.</source>
        <extracomment>desktop/ui/kiosk/texts.py, STAFF_FAULT</extracomment>
        <translation>Im Kiosk ist etwas schiefgegangen. Aufnahmen sind sicher; das Protokoll sagt, was.</translation>
    </message>
    <message>
        <source>What was wrong: {sentence}</source>
        <extracomment>desktop/ui/kiosk/texts.py, STAFF_TROUBLE</extracomment>
        <translation>Was nicht stimmte: {sentence}</translation>
    </message>
    <message>
        <source>Morning rehearsal…</source>
        <extracomment>desktop/ui/morning_texts.py, MENU</extracomment>
        <translation>Morgenprobe…</translation>
    </message>
    <message>
        <source>Morning rehearsal</source>
        <extracomment>desktop/ui/morning_texts.py, TITLE</extracomment>
        <translation>Morgenprobe</translation>
    </message>
    <message>
        <source>Is everything ready for today?</source>
        <extracomment>desktop/ui/morning_texts.py, HEADING</extracomment>
        <translation>Ist alles bereit für heute?</translation>
    </message>
    <message>
        <source>Holdfast looks at camera, microphone, disk and receiver, then records six seconds and follows them until the receiver has played them. It takes about half a minute. Speak meanwhile.</source>
        <extracomment>desktop/ui/morning_texts.py, SENTENCE</extracomment>
        <translation>Holdfast sieht nach Kamera, Mikrofon, Festplatte und Empfänger, nimmt dann sechs Sekunden auf und verfolgt sie, bis der Empfänger sie abgespielt hat. Das dauert etwa eine halbe Minute. Sprechen Sie währenddessen.</translation>
    </message>
    <message>
        <source>Begin the rehearsal</source>
        <extracomment>desktop/ui/morning_texts.py, START</extracomment>
        <translation>Probe beginnen</translation>
    </message>
    <message>
        <source>&amp;Begin the rehearsal</source>
        <extracomment>desktop/ui/morning_texts.py, START_MNEMONIC</extracomment>
        <translation>Probe &amp;beginnen</translation>
    </message>
    <message>
        <source>Rehearse again</source>
        <extracomment>desktop/ui/morning_texts.py, AGAIN</extracomment>
        <translation>Noch einmal proben</translation>
    </message>
    <message>
        <source>Open the card to print</source>
        <extracomment>desktop/ui/morning_texts.py, CARD</extracomment>
        <translation>Karte zum Ausdrucken öffnen</translation>
    </message>
    <message>
        <source>&amp;Open the card to print</source>
        <extracomment>desktop/ui/morning_texts.py, CARD_MNEMONIC</extracomment>
        <translation>&amp;Karte zum Ausdrucken öffnen</translation>
    </message>
    <message>
        <source>What was looked at</source>
        <extracomment>desktop/ui/morning_texts.py, ROWS</extracomment>
        <translation>Was angesehen wurde</translation>
    </message>
    <message>
        <source>Disk</source>
        <extracomment>desktop/ui/morning_texts.py, NAMES</extracomment>
        <translation>Festplatte</translation>
    </message>
    <message>
        <source>Second folder</source>
        <extracomment>desktop/ui/morning_texts.py, NAMES</extracomment>
        <translation>Zweiter Ordner</translation>
    </message>
    <message>
        <source>Database</source>
        <extracomment>desktop/ui/morning_texts.py, NAMES</extracomment>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Clock</source>
        <extracomment>desktop/ui/morning_texts.py, NAMES</extracomment>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>ffmpeg</source>
        <extracomment>desktop/ui/morning_texts.py, NAMES</extracomment>
        <translation>ffmpeg</translation>
    </message>
    <message>
        <source>Trial recording</source>
        <extracomment>desktop/ui/morning_texts.py, NAMES</extracomment>
        <translation>Probeaufnahme</translation>
    </message>
    <message>
        <source>Nothing has been looked at yet.</source>
        <extracomment>desktop/ui/morning_texts.py, NOTHING_YET</extracomment>
        <translation>Noch wurde nichts angesehen.</translation>
    </message>
    <message>
        <source>Looking at devices, disk and receiver…</source>
        <extracomment>desktop/ui/morning_texts.py, LOOKING</extracomment>
        <translation>Geräte, Festplatte und Empfänger werden angesehen…</translation>
    </message>
    <message>
        <source>Recording for six seconds…</source>
        <extracomment>desktop/ui/morning_texts.py, RECORDING</extracomment>
        <translation>Sechs Sekunden werden aufgenommen…</translation>
    </message>
    <message>
        <source>Recorded. On its way to the receiver…</source>
        <extracomment>desktop/ui/morning_texts.py, SENDING</extracomment>
        <translation>Aufgenommen. Unterwegs zum Empfänger…</translation>
    </message>
    <message>
        <source>Ready to record</source>
        <extracomment>desktop/ui/morning_texts.py, READY</extracomment>
        <translation>Bereit zum Aufnehmen</translation>
    </message>
    <message>
        <source>Not ready</source>
        <extracomment>desktop/ui/morning_texts.py, NOT_READY</extracomment>
        <translation>Nicht bereit</translation>
    </message>
    <message>
        <source>A recording is running or the camera is not open. Nothing was recorded for a trial.</source>
        <extracomment>desktop/ui/morning_texts.py, BUSY</extracomment>
        <translation>Eine Aufnahme läuft, oder die Kamera ist nicht offen. Es wurde nichts zur Probe aufgenommen.</translation>
    </message>
    <message>
        <source>The trial recording did not begin. {why}</source>
        <extracomment>desktop/ui/morning_texts.py, NOT_RECORDED</extracomment>
        <translation>Die Probeaufnahme hat nicht begonnen. {why}</translation>
    </message>
    <message>
        <source>Not within {seconds} seconds.</source>
        <extracomment>desktop/ui/morning_texts.py, NOT_IN_TIME</extracomment>
        <translation>Nicht innerhalb von {seconds} Sekunden.</translation>
    </message>
    <message>
        <source>The card could not be written. {why}</source>
        <extracomment>desktop/ui/morning_texts.py, CARD_FAILED</extracomment>
        <translation>Die Karte konnte nicht geschrieben werden. {why}</translation>
    </message>
    <message>
        <source>Note…</source>
        <extracomment>desktop/ui/note_texts.py, MENU</extracomment>
        <translation>Notiz…</translation>
    </message>
    <message>
        <source>Note about {title}</source>
        <extracomment>desktop/ui/note_texts.py, HEADING</extracomment>
        <translation>Notiz zu {title}</translation>
    </message>
    <message>
        <source>The receiver gets it with the recording, and again whenever it changes. Names do not belong here.</source>
        <extracomment>desktop/ui/note_texts.py, SENTENCE</extracomment>
        <translation>Der Empfänger bekommt sie mit der Aufnahme und bei jeder Änderung wieder. Namen gehören nicht hierher.</translation>
    </message>
    <message>
        <source>Save the note</source>
        <extracomment>desktop/ui/note_texts.py, SAVE</extracomment>
        <translation>Notiz sichern</translation>
    </message>
    <message>
        <source>&amp;Save the note</source>
        <extracomment>desktop/ui/note_texts.py, SAVE_MNEMONIC</extracomment>
        <translation>Notiz &amp;sichern</translation>
    </message>
    <message>
        <source>Upload queue</source>
        <extracomment>desktop/ui/queue_texts.py, TITLE</extracomment>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Upload queue · Holdfast</source>
        <extracomment>desktop/ui/queue_texts.py, WINDOW_TITLE</extracomment>
        <translation>Warteschlange · Holdfast</translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>desktop/ui/queue_texts.py, COLUMNS</extracomment>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Progress</source>
        <extracomment>desktop/ui/queue_texts.py, COLUMNS</extracomment>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Speed</source>
        <extracomment>desktop/ui/queue_texts.py, COLUMNS</extracomment>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Time left</source>
        <extracomment>desktop/ui/queue_texts.py, COLUMNS</extracomment>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Tries</source>
        <extracomment>desktop/ui/queue_texts.py, COLUMNS</extracomment>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Next try</source>
        <extracomment>desktop/ui/queue_texts.py, COLUMNS</extracomment>
        <translation>Nächster Versuch</translation>
    </message>
    <message>
        <source>Details</source>
        <extracomment>desktop/ui/queue_texts.py, COLUMNS</extracomment>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Recordings in the queue</source>
        <extracomment>desktop/ui/queue_texts.py, TABLE</extracomment>
        <translation>Aufnahmen in der Warteschlange</translation>
    </message>
    <message>
        <source>Checking</source>
        <extracomment>desktop/ui/queue_texts.py, CHECKING</extracomment>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Will try again</source>
        <extracomment>desktop/ui/queue_texts.py, AGAIN</extracomment>
        <translation>Versucht es wieder</translation>
    </message>
    <message>
        <source>Waiting for internet</source>
        <extracomment>desktop/ui/queue_texts.py, NO_INTERNET</extracomment>
        <translation>Wartet auf Internet</translation>
    </message>
    <message>
        <source>Waiting for receiver</source>
        <extracomment>desktop/ui/queue_texts.py, NO_RECEIVER</extracomment>
        <translation>Wartet auf Empfänger</translation>
    </message>
    <message>
        <source>Paused</source>
        <extracomment>desktop/ui/queue_texts.py, PAUSED</extracomment>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Needs you</source>
        <extracomment>desktop/ui/queue_texts.py, NEEDS_YOU</extracomment>
        <translation>Braucht Sie</translation>
    </message>
    <message>
        <source>To decide</source>
        <extracomment>desktop/ui/queue_texts.py, TO_DECIDE</extracomment>
        <translation>Zu entscheiden</translation>
    </message>
    <message>
        <source>Set aside</source>
        <extracomment>desktop/ui/queue_texts.py, ASIDE</extracomment>
        <translation>Beiseitegelegt</translation>
    </message>
    <message>
        <source>Not sent</source>
        <extracomment>desktop/ui/queue_texts.py, NOT_SENT</extracomment>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>The receiver compares checksums.</source>
        <extracomment>desktop/ui/queue_texts.py, COMPARING</extracomment>
        <translation>Der Empfänger vergleicht die Prüfsummen.</translation>
    </message>
    <message>
        <source>On its way.</source>
        <extracomment>desktop/ui/queue_texts.py, ON_ITS_WAY</extracomment>
        <translation>Unterwegs.</translation>
    </message>
    <message>
        <source>In line.</source>
        <extracomment>desktop/ui/queue_texts.py, IN_LINE</extracomment>
        <translation>In der Reihe.</translation>
    </message>
    <message>
        <source>First in line.</source>
        <extracomment>desktop/ui/queue_texts.py, FIRST_IN_LINE</extracomment>
        <translation>Als Erste an der Reihe.</translation>
    </message>
    <message>
        <source>Discarded. It is not sent.</source>
        <extracomment>desktop/ui/queue_texts.py, DISCARDED</extracomment>
        <translation>Verworfen. Sie wird nicht gesendet.</translation>
    </message>
    <message>
        <source>Take {take} · {moment}</source>
        <extracomment>desktop/ui/queue_texts.py, TAKE</extracomment>
        <translation>Durchgang {take} · {moment}</translation>
    </message>
    <message>
        <source>{size}/s</source>
        <extracomment>desktop/ui/queue_texts.py, SPEED</extracomment>
        <translation>{size}/s</translation>
    </message>
    <message>
        <source>{seconds}&#xa0;s</source>
        <extracomment>desktop/ui/queue_texts.py, SECONDS</extracomment>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{minutes}&#xa0;min {seconds}&#xa0;s</source>
        <extracomment>desktop/ui/queue_texts.py, MINUTES_SECONDS</extracomment>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>more than {hours}&#xa0;h</source>
        <extracomment>desktop/ui/queue_texts.py, HOURS</extracomment>
        <translation>mehr als {hours} h</translation>
    </message>
    <message>
        <source>in {time}</source>
        <extracomment>desktop/ui/queue_texts.py, NEXT_IN</extracomment>
        <translation>in {time}</translation>
    </message>
    <message>
        <source>now</source>
        <extracomment>desktop/ui/queue_texts.py, NEXT_NOW</extracomment>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>when online</source>
        <extracomment>desktop/ui/queue_texts.py, NEXT_ONLINE</extracomment>
        <translation>wenn online</translation>
    </message>
    <message>
        <source>Progress: {share} percent</source>
        <extracomment>desktop/ui/queue_texts.py, SPOKEN_PROGRESS</extracomment>
        <translation>Fortschritt: {share} Prozent</translation>
    </message>
    <message>
        <source>State: {state}</source>
        <extracomment>desktop/ui/queue_texts.py, SPOKEN_STATE</extracomment>
        <translation>Zustand: {state}</translation>
    </message>
    <message>
        <source>{column}: none</source>
        <extracomment>desktop/ui/queue_texts.py, SPOKEN_NOTHING</extracomment>
        <translation>{column}: keine Angabe</translation>
    </message>
    <message>
        <source>&amp;Retry failed ({count})</source>
        <extracomment>desktop/ui/queue_texts.py, RETRY_FAILED</extracomment>
        <translation>E&amp;rneut senden ({count})</translation>
    </message>
    <message>
        <source>&amp;Retry failed</source>
        <extracomment>desktop/ui/queue_texts.py, RETRY_NONE</extracomment>
        <translation>E&amp;rneut senden</translation>
    </message>
    <message>
        <source>Start everything afresh that needs a person</source>
        <extracomment>desktop/ui/queue_texts.py, RETRY_HINT</extracomment>
        <translation>Alles neu beginnen, was einen Menschen braucht</translation>
    </message>
    <message>
        <source>&amp;Pause sending</source>
        <extracomment>desktop/ui/queue_texts.py, PAUSE</extracomment>
        <translation>Senden anh&amp;alten</translation>
    </message>
    <message>
        <source>Try &amp;now</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_NOW</extracomment>
        <translation>&amp;Jetzt versuchen</translation>
    </message>
    <message>
        <source>End every wait and try to send now</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_NOW_HINT</extracomment>
        <translation>Alles Warten beenden und jetzt senden</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <extracomment>desktop/ui/queue_texts.py, OPEN_FOLDER</extracomment>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>Show the recordings folder</source>
        <extracomment>desktop/ui/queue_texts.py, OPEN_FOLDER_HINT</extracomment>
        <translation>Den Ordner der Aufnahmen zeigen</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <extracomment>desktop/ui/queue_texts.py, MORE</extracomment>
        <translation>&amp;Mehr</translation>
    </message>
    <message>
        <source>Free space, a disk that travels, the receiver&apos;s key</source>
        <extracomment>desktop/ui/queue_texts.py, MORE_HINT</extracomment>
        <translation>Platz schaffen, Festplatte auf Reisen, Schlüssel des Empfängers</translation>
    </message>
    <message>
        <source>Free space…</source>
        <extracomment>desktop/ui/queue_texts.py, FREE_SPACE</extracomment>
        <translation>Platz schaffen …</translation>
    </message>
    <message>
        <source>Copy to a disk that travels…</source>
        <extracomment>desktop/ui/queue_texts.py, EXPORT</extracomment>
        <translation>Auf eine Festplatte kopieren, die reist …</translation>
    </message>
    <message>
        <source>Take receipts from a disk…</source>
        <extracomment>desktop/ui/queue_texts.py, IMPORT</extracomment>
        <translation>Quittungen von einer Festplatte holen …</translation>
    </message>
    <message>
        <source>Receiver and its key…</source>
        <extracomment>desktop/ui/queue_texts.py, RECEIVER</extracomment>
        <translation>Empfänger und sein Schlüssel …</translation>
    </message>
    <message>
        <source>All ({count})</source>
        <extracomment>desktop/ui/queue_texts.py, FILTERS</extracomment>
        <translation>Alle ({count})</translation>
    </message>
    <message>
        <source>Needs you ({count})</source>
        <extracomment>desktop/ui/queue_texts.py, FILTERS</extracomment>
        <translation>Brauchen Sie ({count})</translation>
    </message>
    <message>
        <source>Not sent ({count})</source>
        <extracomment>desktop/ui/queue_texts.py, FILTERS</extracomment>
        <translation>Nicht gesendet ({count})</translation>
    </message>
    <message>
        <source>Sent ({count})</source>
        <extracomment>desktop/ui/queue_texts.py, FILTERS</extracomment>
        <translation>Gesendet ({count})</translation>
    </message>
    <message>
        <source>Which recordings to show</source>
        <extracomment>desktop/ui/queue_texts.py, FILTER</extracomment>
        <translation>Welche Aufnahmen gezeigt werden</translation>
    </message>
    <message>
        <source>Find participant or prompt</source>
        <extracomment>desktop/ui/queue_texts.py, FIND</extracomment>
        <translation>Person oder Aufgabe suchen</translation>
    </message>
    <message>
        <source>Show only recordings with these words (Ctrl+F)</source>
        <extracomment>desktop/ui/queue_texts.py, FIND_HINT</extracomment>
        <translation>Nur Aufnahmen mit diesen Wörtern zeigen (Strg+F)</translation>
    </message>
    <message>
        <source>Send first</source>
        <extracomment>desktop/ui/queue_texts.py, DO_FIRST</extracomment>
        <translation>Zuerst senden</translation>
    </message>
    <message>
        <source>Pause this</source>
        <extracomment>desktop/ui/queue_texts.py, DO_PAUSE</extracomment>
        <translation>Diese anhalten</translation>
    </message>
    <message>
        <source>Resume this</source>
        <extracomment>desktop/ui/queue_texts.py, DO_RESUME</extracomment>
        <translation>Diese fortsetzen</translation>
    </message>
    <message>
        <source>Show file</source>
        <extracomment>desktop/ui/queue_texts.py, DO_SHOW</extracomment>
        <translation>Datei zeigen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <extracomment>desktop/ui/queue_texts.py, DO_COPY</extracomment>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Delete the copy here…</source>
        <extracomment>desktop/ui/queue_texts.py, DO_FREE</extracomment>
        <translation>Die Kopie hier löschen …</translation>
    </message>
    <message>
        <source>Remove from queue…</source>
        <extracomment>desktop/ui/queue_texts.py, DO_REMOVE</extracomment>
        <translation>Aus der Warteschlange nehmen …</translation>
    </message>
    <message>
        <source>Tr&amp;y now</source>
        <extracomment>desktop/ui/queue_texts.py, DO_TRY_NOW_MNEMONIC</extracomment>
        <translation>Je&amp;tzt versuchen</translation>
    </message>
    <message>
        <source>&amp;Show file</source>
        <extracomment>desktop/ui/queue_texts.py, DO_SHOW_MNEMONIC</extracomment>
        <translation>&amp;Datei zeigen</translation>
    </message>
    <message>
        <source>&amp;Copy details</source>
        <extracomment>desktop/ui/queue_texts.py, DO_COPY_MNEMONIC</extracomment>
        <translation>Einzelheiten &amp;kopieren</translation>
    </message>
    <message>
        <source>More…</source>
        <extracomment>desktop/ui/queue_texts.py, DO_MORE</extracomment>
        <translation>Mehr …</translation>
    </message>
    <message>
        <source>All that can be done with the selected recordings</source>
        <extracomment>desktop/ui/queue_texts.py, DO_MORE_HINT</extracomment>
        <translation>Alles, was mit den gewählten Aufnahmen geht</translation>
    </message>
    <message numerus="yes">
        <source>%n recording is tried now.|%n recordings are tried now.</source>
        <extracomment>desktop/ui/queue_texts.py, DONE_TRY_NOW</extracomment>
        <translation>
            <numerusform>%n Aufnahme wird jetzt versucht.</numerusform>
            <numerusform>%n Aufnahmen werden jetzt versucht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording is sent before all others.|%n recordings are sent before all others.</source>
        <extracomment>desktop/ui/queue_texts.py, DONE_FIRST</extracomment>
        <translation>
            <numerusform>%n Aufnahme wird vor allen anderen gesendet.</numerusform>
            <numerusform>%n Aufnahmen werden vor allen anderen gesendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording is paused. It is safe here; Resume this sends it.|%n recordings are paused. They are safe here; Resume this sends them.</source>
        <extracomment>desktop/ui/queue_texts.py, DONE_PAUSE</extracomment>
        <translation>
            <numerusform>%n Aufnahme ist angehalten. Sie ist hier sicher; „Diese fortsetzen“ sendet sie.</numerusform>
            <numerusform>%n Aufnahmen sind angehalten. Sie sind hier sicher; „Diese fortsetzen“ sendet sie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording is sent in its turn.|%n recordings are sent in their turn.</source>
        <extracomment>desktop/ui/queue_texts.py, DONE_RESUME</extracomment>
        <translation>
            <numerusform>%n Aufnahme wird gesendet, wenn sie an der Reihe ist.</numerusform>
            <numerusform>%n Aufnahmen werden gesendet, wenn sie an der Reihe sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording is set aside. Its files stay here; Try now sends it after all.|%n recordings are set aside. Their files stay here; Try now sends them after all.</source>
        <extracomment>desktop/ui/queue_texts.py, DONE_ASIDE</extracomment>
        <translation>
            <numerusform>%n Aufnahme ist beiseitegelegt. Ihre Dateien bleiben hier; „Jetzt versuchen“ sendet sie doch.</numerusform>
            <numerusform>%n Aufnahmen sind beiseitegelegt. Ihre Dateien bleiben hier; „Jetzt versuchen“ sendet sie doch.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording is discarded. For ten minutes Keep brings it back.|%n recordings are discarded. For ten minutes Keep brings them back.</source>
        <extracomment>desktop/ui/queue_texts.py, DONE_DISCARD</extracomment>
        <translation>
            <numerusform>%n Aufnahme ist verworfen. Zehn Minuten lang holt „Behalten“ sie zurück.</numerusform>
            <numerusform>%n Aufnahmen sind verworfen. Zehn Minuten lang holt „Behalten“ sie zurück.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording is kept.|%n recordings are kept.</source>
        <extracomment>desktop/ui/queue_texts.py, DONE_KEEP</extracomment>
        <translation>
            <numerusform>%n Aufnahme wird behalten.</numerusform>
            <numerusform>%n Aufnahmen werden behalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording that needed you starts afresh.|%n recordings that needed you start afresh.</source>
        <extracomment>desktop/ui/queue_texts.py, DONE_RETRY</extracomment>
        <translation>
            <numerusform>%n Aufnahme, die Sie brauchte, beginnt neu.</numerusform>
            <numerusform>%n Aufnahmen, die Sie brauchten, beginnen neu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The details of %n recording are on the clipboard.|The details of %n recordings are on the clipboard.</source>
        <extracomment>desktop/ui/queue_texts.py, DONE_COPY</extracomment>
        <translation>
            <numerusform>Die Einzelheiten von %n Aufnahme sind in der Zwischenablage.</numerusform>
            <numerusform>Die Einzelheiten von %n Aufnahmen sind in der Zwischenablage.</numerusform>
        </translation>
    </message>
    <message>
        <source>Trying to send now.</source>
        <extracomment>desktop/ui/queue_texts.py, DONE_TRY_ALL</extracomment>
        <translation>Es wird jetzt versucht zu senden.</translation>
    </message>
    <message>
        <source>{done} Sending as a whole is paused: it goes on when you resume it.</source>
        <extracomment>desktop/ui/queue_texts.py, BUT_PAUSED</extracomment>
        <translation>{done} Das Senden als Ganzes ist angehalten: Es geht weiter, wenn Sie es fortsetzen.</translation>
    </message>
    <message>
        <source>The folder is not there any more: {path}. Was the disk unplugged?</source>
        <extracomment>desktop/ui/queue_texts.py, FILE_GONE</extracomment>
        <translation>Der Ordner ist nicht mehr da: {path}. Wurde die Festplatte abgezogen?</translation>
    </message>
    <message>
        <source>That did not work. {why}</source>
        <extracomment>desktop/ui/queue_texts.py, NOT_DONE</extracomment>
        <translation>Das ging nicht. {why}</translation>
    </message>
    <message numerus="yes">
        <source>{first} (and %n other reason)|{first} (and %n other reasons)</source>
        <extracomment>desktop/ui/queue_texts.py, NEEDS_AND_MORE</extracomment>
        <translation>
            <numerusform>{first} (und %n weiterer Grund)</numerusform>
            <numerusform>{first} (und %n weitere Gründe)</numerusform>
        </translation>
    </message>
    <message>
        <source>The reason stands beside it in the list. {safe}</source>
        <extracomment>desktop/ui/queue_texts.py, NEEDS_NO_REASON</extracomment>
        <translation>Der Grund steht in der Liste daneben. {safe}</translation>
    </message>
    <message>
        <source>The receiver has taken nothing for a long time</source>
        <extracomment>desktop/ui/queue_texts.py, TOO_LONG_TITLE</extracomment>
        <translation>Der Empfänger hat lange nichts angenommen</translation>
    </message>
    <message>
        <source>{why} It is tried again by itself. Tell whoever looks after the receiver.</source>
        <extracomment>desktop/ui/queue_texts.py, TOO_LONG</extracomment>
        <translation>{why} Es wird von selbst wieder versucht. Sagen Sie es der Person, die sich um den Empfänger kümmert.</translation>
    </message>
    <message>
        <source>Nothing is sent at the moment</source>
        <extracomment>desktop/ui/queue_texts.py, STOPPED_TITLE</extracomment>
        <translation>Es wird gerade nichts gesendet</translation>
    </message>
    <message>
        <source>Sending is paused</source>
        <extracomment>desktop/ui/queue_texts.py, PAUSED_TITLE</extracomment>
        <translation>Das Senden ist angehalten</translation>
    </message>
    <message>
        <source>Select a recording to see every try at sending it.</source>
        <extracomment>desktop/ui/queue_texts.py, NOTHING_SELECTED</extracomment>
        <translation>Wählen Sie eine Aufnahme, um jeden Sendeversuch zu sehen.</translation>
    </message>
    <message numerus="yes">
        <source>%n recording selected|%n recordings selected</source>
        <extracomment>desktop/ui/queue_texts.py, SELECTED</extracomment>
        <translation>
            <numerusform>%n Aufnahme gewählt</numerusform>
            <numerusform>%n Aufnahmen gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} in all, {unsent} of it not sent yet.</source>
        <extracomment>desktop/ui/queue_texts.py, SELECTED_MORE</extracomment>
        <translation>{size} insgesamt, {unsent} davon noch nicht gesendet.</translation>
    </message>
    <message>
        <source>id {id} · {segments} segments · {frames} frames · {lost} lost · {folder}</source>
        <extracomment>desktop/ui/queue_texts.py, ID_LINE</extracomment>
        <translation>Kennung {id} · {segments} Abschnitte · {frames} Bilder · {lost} verloren · {folder}</translation>
    </message>
    <message>
        <source>Every try</source>
        <extracomment>desktop/ui/queue_texts.py, TRIES</extracomment>
        <translation>Jeder Versuch</translation>
    </message>
    <message>
        <source>When</source>
        <extracomment>desktop/ui/queue_texts.py, TRIES_COLUMNS</extracomment>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What</source>
        <extracomment>desktop/ui/queue_texts.py, TRIES_COLUMNS</extracomment>
        <translation>Was</translation>
    </message>
    <message>
        <source>Took</source>
        <extracomment>desktop/ui/queue_texts.py, TRIES_COLUMNS</extracomment>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Answer</source>
        <extracomment>desktop/ui/queue_texts.py, TRIES_COLUMNS</extracomment>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Nothing of it was tried yet.</source>
        <extracomment>desktop/ui/queue_texts.py, TRIES_NONE</extracomment>
        <translation>Davon wurde noch nichts versucht.</translation>
    </message>
    <message>
        <source>The newest {shown} of {all} tries</source>
        <extracomment>desktop/ui/queue_texts.py, TRIES_MORE</extracomment>
        <translation>Die neuesten {shown} von {all} Versuchen</translation>
    </message>
    <message>
        <source>Segment {segment}</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_SEGMENT</extracomment>
        <translation>Abschnitt {segment}</translation>
    </message>
    <message>
        <source>Announcement</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_ACTIONS</extracomment>
        <translation>Ankündigung</translation>
    </message>
    <message>
        <source>Manifest</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_ACTIONS</extracomment>
        <translation>Manifest</translation>
    </message>
    <message>
        <source>Does it play?</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_ACTIONS</extracomment>
        <translation>Ist sie abspielbar?</translation>
    </message>
    <message>
        <source>Preview picture</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_ACTIONS</extracomment>
        <translation>Vorschaubild</translation>
    </message>
    <message>
        <source>Later findings</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_ACTIONS</extracomment>
        <translation>Spätere Befunde</translation>
    </message>
    <message>
        <source>Deleting the copy here</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_ACTIONS</extracomment>
        <translation>Löschen der Kopie hier</translation>
    </message>
    <message>
        <source>Discarding</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_ACTIONS</extracomment>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Withdrawal</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_ACTIONS</extracomment>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_OUTCOMES</extracomment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Did not work, tried again later</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_OUTCOMES</extracomment>
        <translation>Ging nicht, wird später wieder versucht</translation>
    </message>
    <message>
        <source>Refused</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_OUTCOMES</extracomment>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Held back</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_OUTCOMES</extracomment>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>The disk was not connected</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_OUTCOMES</extracomment>
        <translation>Die Festplatte war nicht angeschlossen</translation>
    </message>
    <message>
        <source>Left out</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_OUTCOMES</extracomment>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>The receiver did not know it</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_OUTCOMES</extracomment>
        <translation>Der Empfänger kannte sie nicht</translation>
    </message>
    <message>
        <source>The receiver misses something</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_OUTCOMES</extracomment>
        <translation>Dem Empfänger fehlt etwas</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_OUTCOMES</extracomment>
        <translation>Zurückgezogen</translation>
    </message>
    <message>
        <source>{answer} (code {status})</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_CODE</extracomment>
        <translation>{answer} (Code {status})</translation>
    </message>
    <message>
        <source>{title}
id {id}
State: {state}
{details}
Folder: {folder}</source>
        <extracomment>desktop/ui/queue_texts.py, COPY_HEAD</extracomment>
        <translation>{title}
Kennung {id}
Zustand: {state}
{details}
Ordner: {folder}</translation>
    </message>
    <message numerus="yes">
        <source>%n not sent, {size}|%n not sent, {size}</source>
        <extracomment>desktop/ui/queue_texts.py, UNSENT</extracomment>
        <translation>
            <numerusform>%n nicht gesendet, {size}</numerusform>
            <numerusform>%n nicht gesendet, {size}</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is sent</source>
        <extracomment>desktop/ui/queue_texts.py, ALL_SENT</extracomment>
        <translation>Alles ist gesendet</translation>
    </message>
    <message numerus="yes">
        <source>%n set aside|%n set aside</source>
        <extracomment>desktop/ui/queue_texts.py, FOOTER_ASIDE</extracomment>
        <translation>
            <numerusform>%n beiseitegelegt</numerusform>
            <numerusform>%n beiseitegelegt</numerusform>
        </translation>
    </message>
    <message>
        <source>{speed}, {left} left</source>
        <extracomment>desktop/ui/queue_texts.py, FOOTER_PACE</extracomment>
        <translation>{speed}, noch {left}</translation>
    </message>
    <message>
        <source>{receiver}: last contact {time}</source>
        <extracomment>desktop/ui/queue_texts.py, FOOTER_CONTACT</extracomment>
        <translation>{receiver}: letzter Kontakt {time}</translation>
    </message>
    <message>
        <source>Nothing in the queue</source>
        <extracomment>desktop/ui/queue_texts.py, EMPTY_TITLE</extracomment>
        <translation>Nichts in der Warteschlange</translation>
    </message>
    <message>
        <source>Every recording appears here by itself as soon as it begins.</source>
        <extracomment>desktop/ui/queue_texts.py, EMPTY_SENTENCE</extracomment>
        <translation>Jede Aufnahme erscheint hier von selbst, sobald sie beginnt.</translation>
    </message>
    <message>
        <source>No recording fits</source>
        <extracomment>desktop/ui/queue_texts.py, NONE_FOUND_TITLE</extracomment>
        <translation>Keine Aufnahme passt</translation>
    </message>
    <message>
        <source>Choose another filter, or look for other words.</source>
        <extracomment>desktop/ui/queue_texts.py, NONE_FOUND_SENTENCE</extracomment>
        <translation>Wählen Sie einen anderen Filter, oder suchen Sie andere Wörter.</translation>
    </message>
    <message>
        <source>Reading the queue…</source>
        <extracomment>desktop/ui/queue_texts.py, READING_TITLE</extracomment>
        <translation>Die Warteschlange wird gelesen …</translation>
    </message>
    <message>
        <source>Remove from queue</source>
        <extracomment>desktop/ui/queue_texts.py, REMOVE_TITLE</extracomment>
        <translation>Aus der Warteschlange nehmen</translation>
    </message>
    <message numerus="yes">
        <source>Do not send this recording any more?|Do not send these %n recordings any more?</source>
        <extracomment>desktop/ui/queue_texts.py, REMOVE_QUESTION</extracomment>
        <translation>
            <numerusform>Diese Aufnahme nicht mehr senden?</numerusform>
            <numerusform>Diese %n Aufnahmen nicht mehr senden?</numerusform>
        </translation>
    </message>
    <message>
        <source>Set aside, its files stay on this computer and Try now sends it after all. Discarded, it is deleted here and at the receiver; for ten minutes that can be undone.</source>
        <extracomment>desktop/ui/queue_texts.py, REMOVE_MORE</extracomment>
        <translation>Beiseitegelegt bleiben ihre Dateien auf diesem Computer, und „Jetzt versuchen“ sendet sie doch. Verworfen wird sie hier und beim Empfänger gelöscht; zehn Minuten lang lässt sich das rückgängig machen.</translation>
    </message>
    <message>
        <source>Set &amp;aside, keep the files</source>
        <extracomment>desktop/ui/queue_texts.py, REMOVE_ASIDE</extracomment>
        <translation>&amp;Beiseitelegen, Dateien behalten</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <extracomment>desktop/ui/queue_texts.py, REMOVE_DISCARD</extracomment>
        <translation>Ver&amp;werfen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <extracomment>desktop/ui/queue_texts.py, STOP</extracomment>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Working…</source>
        <extracomment>desktop/ui/queue_texts.py, WORKING</extracomment>
        <translation>Arbeitet …</translation>
    </message>
    <message>
        <source>Stopped. What was done so far stays done.</source>
        <extracomment>desktop/ui/queue_texts.py, ERRAND_STOPPED</extracomment>
        <translation>Angehalten. Was bis dahin getan ist, bleibt getan.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more|and %n more</source>
        <extracomment>desktop/ui/queue_texts.py, AND_MORE</extracomment>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Stays: {why}</source>
        <extracomment>desktop/ui/queue_texts.py, STAYS</extracomment>
        <translation>Bleibt: {why}</translation>
    </message>
    <message>
        <source>Needs attention: {why}</source>
        <extracomment>desktop/ui/queue_texts.py, WRONG</extracomment>
        <translation>Braucht Sie: {why}</translation>
    </message>
    <message>
        <source>Free space</source>
        <extracomment>desktop/ui/queue_texts.py, FREE_TITLE</extracomment>
        <translation>Platz schaffen</translation>
    </message>
    <message>
        <source>Looking which copies may go…</source>
        <extracomment>desktop/ui/queue_texts.py, FREE_LOOKING</extracomment>
        <translation>Es wird nachgesehen, welche Kopien gehen dürfen …</translation>
    </message>
    <message>
        <source>These copies can be deleted on this computer: the receiver has signed for the recordings. Before each one goes, the receiver reads its own copy again; what it does not confirm stays.</source>
        <extracomment>desktop/ui/queue_texts.py, FREE_INTRO</extracomment>
        <translation>Diese Kopien können auf diesem Computer gelöscht werden: Der Empfänger hat für die Aufnahmen unterschrieben. Bevor eine geht, liest der Empfänger seine eigene Kopie noch einmal; was er nicht bestätigt, bleibt.</translation>
    </message>
    <message>
        <source>Nothing can be freed now. What is not safe at the receiver always stays.</source>
        <extracomment>desktop/ui/queue_texts.py, FREE_NONE</extracomment>
        <translation>Es lässt sich gerade nichts freigeben. Was nicht sicher beim Empfänger ist, bleibt immer.</translation>
    </message>
    <message>
        <source>{size}, received {moment}</source>
        <extracomment>desktop/ui/queue_texts.py, FREE_ROW</extracomment>
        <translation>{size}, empfangen {moment}</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Delete %n copy here ({size})|&amp;Delete %n copies here ({size})</source>
        <extracomment>desktop/ui/queue_texts.py, FREE_DO</extracomment>
        <translation>
            <numerusform>%n Kopie hier &amp;löschen ({size})</numerusform>
            <numerusform>%n Kopien hier &amp;löschen ({size})</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleted here, {size} free</source>
        <extracomment>desktop/ui/queue_texts.py, FREE_DONE_ROW</extracomment>
        <translation>Hier gelöscht, {size} frei</translation>
    </message>
    <message>
        <source>{done} of {all}: the receiver reads its copies again</source>
        <extracomment>desktop/ui/queue_texts.py, FREE_DOING</extracomment>
        <translation>{done} von {all}: Der Empfänger liest seine Kopien noch einmal</translation>
    </message>
    <message numerus="yes">
        <source>%n copy deleted here, {size} free. The recording is at the receiver.|%n copies deleted here, {size} free. The recordings are at the receiver.</source>
        <extracomment>desktop/ui/queue_texts.py, FREE_REPORT</extracomment>
        <translation>
            <numerusform>%n Kopie hier gelöscht, {size} frei. Die Aufnahme ist beim Empfänger.</numerusform>
            <numerusform>%n Kopien hier gelöscht, {size} frei. Die Aufnahmen sind beim Empfänger.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{freed} %n stayed.|{freed} %n stayed.</source>
        <extracomment>desktop/ui/queue_texts.py, FREE_REPORT_STAYED</extracomment>
        <translation>
            <numerusform>{freed} %n ist geblieben.</numerusform>
            <numerusform>{freed} %n sind geblieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy to a disk that travels</source>
        <extracomment>desktop/ui/queue_texts.py, EXPORT_TITLE</extracomment>
        <translation>Auf eine Festplatte kopieren, die reist</translation>
    </message>
    <message>
        <source>The disk that travels</source>
        <extracomment>desktop/ui/queue_texts.py, EXPORT_CHOOSE</extracomment>
        <translation>Die Festplatte, die reist</translation>
    </message>
    <message>
        <source>What waits is copied to {folder}. Take the disk to the receiver; the recordings stay on this computer until their receipts are back. Run again, it goes on where it stopped.</source>
        <extracomment>desktop/ui/queue_texts.py, EXPORT_INTRO</extracomment>
        <translation>Was wartet, wird nach {folder} kopiert. Bringen Sie die Festplatte zum Empfänger; die Aufnahmen bleiben auf diesem Computer, bis ihre Quittungen zurück sind. Ein neuer Anlauf macht dort weiter, wo er aufgehört hat.</translation>
    </message>
    <message>
        <source>&amp;Encrypt it, so that only the receiver can open it</source>
        <extracomment>desktop/ui/queue_texts.py, EXPORT_ENCRYPT</extracomment>
        <translation>&amp;Verschlüsseln, sodass nur der Empfänger sie öffnen kann</translation>
    </message>
    <message numerus="yes">
        <source>Copying; %n recording is on the disk so far|Copying; %n recordings are on the disk so far</source>
        <extracomment>desktop/ui/queue_texts.py, EXPORT_DOING</extracomment>
        <translation>
            <numerusform>Es wird kopiert; bisher ist %n Aufnahme auf der Festplatte</numerusform>
            <numerusform>Es wird kopiert; bisher sind %n Aufnahmen auf der Festplatte</numerusform>
        </translation>
    </message>
    <message>
        <source>On the disk</source>
        <extracomment>desktop/ui/queue_texts.py, EXPORT_ROW</extracomment>
        <translation>Auf der Festplatte</translation>
    </message>
    <message numerus="yes">
        <source>%n recording is on the disk now ({size} written). Unmount it before you pull it out.|%n recordings are on the disk now ({size} written). Unmount it before you pull it out.</source>
        <extracomment>desktop/ui/queue_texts.py, EXPORT_REPORT</extracomment>
        <translation>
            <numerusform>%n Aufnahme ist jetzt auf der Festplatte ({size} geschrieben). Werfen Sie sie aus, bevor Sie sie abziehen.</numerusform>
            <numerusform>%n Aufnahmen sind jetzt auf der Festplatte ({size} geschrieben). Werfen Sie sie aus, bevor Sie sie abziehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new had to be copied.</source>
        <extracomment>desktop/ui/queue_texts.py, EXPORT_NOTHING</extracomment>
        <translation>Es musste nichts Neues kopiert werden.</translation>
    </message>
    <message>
        <source>{report} The disk is full: take another one for the rest, or come again.</source>
        <extracomment>desktop/ui/queue_texts.py, EXPORT_FULL</extracomment>
        <translation>{report} Die Festplatte ist voll: Nehmen Sie für den Rest eine andere, oder kommen Sie wieder.</translation>
    </message>
    <message>
        <source>Take receipts from a disk</source>
        <extracomment>desktop/ui/queue_texts.py, IMPORT_TITLE</extracomment>
        <translation>Quittungen von einer Festplatte holen</translation>
    </message>
    <message>
        <source>Receipts that came back in {folder} are checked and stored; what they prove counts as received and verified.</source>
        <extracomment>desktop/ui/queue_texts.py, IMPORT_INTRO</extracomment>
        <translation>Quittungen, die in {folder} zurückkamen, werden geprüft und abgelegt; was sie belegen, gilt als empfangen und geprüft.</translation>
    </message>
    <message>
        <source>&amp;Delete from the disk what is verified, so that it has room again</source>
        <extracomment>desktop/ui/queue_texts.py, IMPORT_CLEAR</extracomment>
        <translation>Geprüftes von der Festplatte &amp;löschen, damit sie wieder Platz hat</translation>
    </message>
    <message>
        <source>&amp;Take receipts</source>
        <extracomment>desktop/ui/queue_texts.py, IMPORT_DO</extracomment>
        <translation>Quittungen &amp;holen</translation>
    </message>
    <message numerus="yes">
        <source>%n recording is verified now.|%n recordings are verified now.</source>
        <extracomment>desktop/ui/queue_texts.py, IMPORT_REPORT</extracomment>
        <translation>
            <numerusform>%n Aufnahme ist jetzt geprüft.</numerusform>
            <numerusform>%n Aufnahmen sind jetzt geprüft.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{report} %n was before.|{report} %n were before.</source>
        <extracomment>desktop/ui/queue_texts.py, IMPORT_BEFORE</extracomment>
        <translation>
            <numerusform>{report} %n war es schon.</numerusform>
            <numerusform>{report} %n waren es schon.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{report} %n was deleted from the disk.|{report} %n were deleted from the disk.</source>
        <extracomment>desktop/ui/queue_texts.py, IMPORT_CLEARED</extracomment>
        <translation>
            <numerusform>{report} %n wurde von der Festplatte gelöscht.</numerusform>
            <numerusform>{report} %n wurden von der Festplatte gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Receiver and its key</source>
        <extracomment>desktop/ui/queue_texts.py, RECEIVER_TITLE</extracomment>
        <translation>Empfänger und sein Schlüssel</translation>
    </message>
    <message>
        <source>Asking the receiver who it is…</source>
        <extracomment>desktop/ui/queue_texts.py, RECEIVER_ASKING</extracomment>
        <translation>Der Empfänger wird gefragt, wer er ist …</translation>
    </message>
    <message>
        <source>It answers, and it is the one that this computer knows.</source>
        <extracomment>desktop/ui/queue_texts.py, RECEIVER_GOOD</extracomment>
        <translation>Er antwortet, und es ist der, den dieser Computer kennt.</translation>
    </message>
    <message>
        <source>Address</source>
        <extracomment>desktop/ui/queue_texts.py, RECEIVER_ROWS</extracomment>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Key</source>
        <extracomment>desktop/ui/queue_texts.py, RECEIVER_ROWS</extracomment>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Known since</source>
        <extracomment>desktop/ui/queue_texts.py, RECEIVER_ROWS</extracomment>
        <translation>Bekannt seit</translation>
    </message>
    <message>
        <source>The receiver answers with another key: {key}. Until somebody has compared it, nothing is sent and every recording is safe here. Ask the receiver&apos;s admin for its key (it stands on the receiver&apos;s page), compare it letter by letter, and trust it only if it is the same.</source>
        <extracomment>desktop/ui/queue_texts.py, RECEIVER_OTHER</extracomment>
        <translation>Der Empfänger antwortet mit einem anderen Schlüssel: {key}. Bis ihn jemand verglichen hat, wird nichts gesendet, und jede Aufnahme ist hier sicher. Fragen Sie die Administration des Empfängers nach seinem Schlüssel (er steht auf der Seite des Empfängers), vergleichen Sie ihn Zeichen für Zeichen, und vertrauen Sie ihm nur, wenn er derselbe ist.</translation>
    </message>
    <message>
        <source>Its key now</source>
        <extracomment>desktop/ui/queue_texts.py, RECEIVER_NEW_KEY</extracomment>
        <translation>Sein Schlüssel jetzt</translation>
    </message>
    <message>
        <source>&amp;Trust the key {key}</source>
        <extracomment>desktop/ui/queue_texts.py, RECEIVER_DO</extracomment>
        <translation>Dem Schlüssel {key} &amp;vertrauen</translation>
    </message>
    <message>
        <source>The key {key} is trusted from now on. What waits is sent.</source>
        <extracomment>desktop/ui/queue_texts.py, RECEIVER_TRUSTED</extracomment>
        <translation>Dem Schlüssel {key} wird ab jetzt vertraut. Was wartet, wird gesendet.</translation>
    </message>
    <message>
        <source>Sending is stopped</source>
        <extracomment>desktop/ui/queue_texts.py, PILL_STOPPED</extracomment>
        <translation>Das Senden steht still</translation>
    </message>
    <message>
        <source>Show queue…</source>
        <extracomment>desktop/ui/queue_texts.py, TRAY_QUEUE</extracomment>
        <translation>Warteschlange zeigen …</translation>
    </message>
    <message>
        <source>Show queue ({waiting} waiting)…</source>
        <extracomment>desktop/ui/queue_texts.py, TRAY_QUEUE_WAITING</extracomment>
        <translation>Warteschlange zeigen ({waiting} warten) …</translation>
    </message>
    <message numerus="yes">
        <source>Show queue ({waiting} waiting, %n needs you)…|Show queue ({waiting} waiting, %n need you)…</source>
        <extracomment>desktop/ui/queue_texts.py, TRAY_QUEUE_NEEDS</extracomment>
        <translation>
            <numerusform>Warteschlange zeigen ({waiting} warten, %n braucht Sie) …</numerusform>
            <numerusform>Warteschlange zeigen ({waiting} warten, %n brauchen Sie) …</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending is stopped. {why}</source>
        <extracomment>desktop/ui/queue_texts.py, TRAY_STOPPED</extracomment>
        <translation>Das Senden steht still. {why}</translation>
    </message>
    <message numerus="yes">
        <source>%n recording is set aside and not sent.|%n recordings are set aside and not sent.</source>
        <extracomment>desktop/ui/queue_texts.py, TRAY_ASIDE</extracomment>
        <translation>
            <numerusform>%n Aufnahme ist beiseitegelegt und wird nicht gesendet.</numerusform>
            <numerusform>%n Aufnahmen sind beiseitegelegt und werden nicht gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Space for {time} is left. Recordings that are sent can be deleted here.</source>
        <extracomment>desktop/ui/queue_texts.py, TRAY_SPACE</extracomment>
        <translation>Noch Platz für {time}. Gesendete Aufnahmen können hier gelöscht werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n recording was sent|All %n recordings were sent</source>
        <extracomment>desktop/ui/queue_texts.py, NEWS_SENT</extracomment>
        <translation>
            <numerusform>%n Aufnahme wurde gesendet</numerusform>
            <numerusform>Alle %n Aufnahmen wurden gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything that waited while there was no contact is at the receiver.</source>
        <extracomment>desktop/ui/queue_texts.py, NEWS_SENT_SENTENCE</extracomment>
        <translation>Alles, was ohne Verbindung gewartet hat, ist beim Empfänger.</translation>
    </message>
    <message>
        <source>Space for {time} is left</source>
        <extracomment>desktop/ui/queue_texts.py, NEWS_SPACE</extracomment>
        <translation>Noch Platz für {time}</translation>
    </message>
    <message>
        <source>Recordings that are sent can be deleted here: Upload queue, More.</source>
        <extracomment>desktop/ui/queue_texts.py, NEWS_SPACE_SENTENCE</extracomment>
        <translation>Gesendete Aufnahmen können hier gelöscht werden: Warteschlange, Mehr.</translation>
    </message>
    <message>
        <source>Pages</source>
        <extracomment>desktop/ui/settings/texts.py, PAGES_NAME</extracomment>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>General</source>
        <extracomment>desktop/ui/settings/texts.py, PAGES</extracomment>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <extracomment>desktop/ui/settings/texts.py, PAGES</extracomment>
        <translation>Kiosk</translation>
    </message>
    <message>
        <source>Help</source>
        <extracomment>desktop/ui/settings/texts.py, PAGES</extracomment>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>What you change holds at once, unless a line says otherwise.</source>
        <extracomment>desktop/ui/settings/texts.py, INTRO</extracomment>
        <translation>Was Sie ändern, gilt sofort, wenn eine Zeile nichts anderes sagt.</translation>
    </message>
    <message>
        <source>What you change here holds from the next start on.</source>
        <extracomment>desktop/ui/settings/texts.py, INTRO_NEXT_START</extracomment>
        <translation>Was Sie hier ändern, gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Clos&amp;e</source>
        <extracomment>desktop/ui/settings/texts.py, CLOSE_MNEMONIC</extracomment>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>Put back to {value}</source>
        <extracomment>desktop/ui/settings/texts.py, PUT_BACK</extracomment>
        <translation>Zurück auf {value}</translation>
    </message>
    <message>
        <source>Put back to nothing</source>
        <extracomment>desktop/ui/settings/texts.py, PUT_BACK_EMPTY</extracomment>
        <translation>Zurück auf nichts</translation>
    </message>
    <message>
        <source>From the next start on.</source>
        <extracomment>desktop/ui/settings/texts.py, NEXT_START</extracomment>
        <translation>Ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <extracomment>desktop/ui/settings/texts.py, SAVED</extracomment>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>This was not saved. {why}</source>
        <extracomment>desktop/ui/settings/texts.py, NOT_SAVED</extracomment>
        <translation>Das wurde nicht gespeichert. {why}</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <extracomment>desktop/ui/settings/texts.py, CHOOSE_MNEMONIC</extracomment>
        <translation>&amp;Wählen …</translation>
    </message>
    <message>
        <source>Look</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Language</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Programs on this computer may control the window</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Programme auf diesem Computer dürfen das Fenster steuern</translation>
    </message>
    <message>
        <source>Lab Streaming Layer</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Lab Streaming Layer</translation>
    </message>
    <message>
        <source>Width of the picture</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Breite des Bildes</translation>
    </message>
    <message>
        <source>Height of the picture</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Höhe des Bildes</translation>
    </message>
    <message>
        <source>Pictures a second</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Bilder je Sekunde</translation>
    </message>
    <message>
        <source>Show where a face should be</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Zeigen, wo ein Gesicht sein soll</translation>
    </message>
    <message>
        <source>Encoder</source>
        <extracomment>desktop/ui/morning_texts.py, NAMES</extracomment>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>When recordings may leave</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Wann Aufnahmen hinausdürfen</translation>
    </message>
    <message>
        <source>Flashes and beeps to measure by</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Blitze und Pieptöne zum Messen</translation>
    </message>
    <message>
        <source>Remind of a pause every</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>An eine Pause erinnern alle</translation>
    </message>
    <message>
        <source>Guard against a stop by accident</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Vor versehentlichem Stoppen schützen</translation>
    </message>
    <message>
        <source>Check picture and sound</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Bild und Ton prüfen</translation>
    </message>
    <message>
        <source>A face is expected in the picture</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Ein Gesicht wird im Bild erwartet</translation>
    </message>
    <message>
        <source>Point out recordings shorter than</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Auf kürzere Aufnahmen hinweisen als</translation>
    </message>
    <message>
        <source>Call staff by sound</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Personal durch Ton rufen</translation>
    </message>
    <message>
        <source>Connections at the same time</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Verbindungen zugleich</translation>
    </message>
    <message>
        <source>Further certificates to trust</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Weitere Zertifikate, denen vertraut wird</translation>
    </message>
    <message>
        <source>Second folder, when the disk is full</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Zweiter Ordner, wenn die Festplatte voll ist</translation>
    </message>
    <message>
        <source>Space is low below</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Platz ist knapp unter</translation>
    </message>
    <message>
        <source>Space is very low below</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Platz ist sehr knapp unter</translation>
    </message>
    <message>
        <source>End a recording in good order below</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Aufnahme ordentlich beenden unter</translation>
    </message>
    <message>
        <source>Space in reserve</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Platz in Reserve</translation>
    </message>
    <message>
        <source>Camera of the kiosk</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Kamera des Kiosks</translation>
    </message>
    <message>
        <source>Microphone of the kiosk</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Mikrofon des Kiosks</translation>
    </message>
    <message>
        <source>Remove copies that were sent</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Gesendete Kopien entfernen</translation>
    </message>
    <message>
        <source>Keep every copy for at least</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Jede Kopie mindestens behalten für</translation>
    </message>
    <message>
        <source>Space is short below</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Platz ist eng unter</translation>
    </message>
    <message>
        <source>For experiment software that starts, marks and stops recordings.</source>
        <extracomment>desktop/ui/settings/texts.py, HINTS</extracomment>
        <translation>Für Versuchssoftware, die Aufnahmen startet, markiert und stoppt.</translation>
    </message>
    <message>
        <source>Notes its markers and publishes the times of pictures. Needs pylsl.</source>
        <extracomment>desktop/ui/settings/texts.py, HINTS</extracomment>
        <translation>Vermerkt dessen Marken und veröffentlicht die Zeiten der Bilder. Braucht pylsl.</translation>
    </message>
    <message>
        <source>Hardware is used only after it has passed a trial on this computer.</source>
        <extracomment>desktop/ui/settings/texts.py, HINTS</extracomment>
        <translation>Hardware wird erst benutzt, wenn sie auf diesem Computer eine Prüfung bestanden hat.</translation>
    </message>
    <message>
        <source>For sensitive studies: nothing leaves before somebody has kept it.</source>
        <extracomment>desktop/ui/settings/texts.py, HINTS</extracomment>
        <translation>Für sensible Studien: Nichts geht hinaus, bevor jemand es behalten hat.</translation>
    </message>
    <message>
        <source>Not for people whom flashing light may hurt.</source>
        <extracomment>desktop/ui/settings/texts.py, HINTS</extracomment>
        <translation>Nicht für Menschen, denen Lichtblitze schaden können.</translation>
    </message>
    <message>
        <source>Hold the button for a second, or press F9 twice.</source>
        <extracomment>desktop/ui/settings/texts.py, HINTS</extracomment>
        <translation>Den Knopf eine Sekunde halten oder zweimal F9 drücken.</translation>
    </message>
    <message>
        <source>The result is kept with every recording and said after it.</source>
        <extracomment>desktop/ui/settings/texts.py, HINTS</extracomment>
        <translation>Das Ergebnis wird mit jeder Aufnahme behalten und danach gesagt.</translation>
    </message>
    <message>
        <source>A short sound every ten seconds while camera, microphone or disk fail.</source>
        <extracomment>desktop/ui/settings/texts.py, HINTS</extracomment>
        <translation>Ein kurzer Ton alle zehn Sekunden, solange Kamera, Mikrofon oder Festplatte versagen.</translation>
    </message>
    <message>
        <source>Recording always comes first; this says how much is left to it.</source>
        <extracomment>desktop/ui/settings/texts.py, HINTS</extracomment>
        <translation>Aufnehmen geht immer vor; dies sagt, wie viel ihm gelassen wird.</translation>
    </message>
    <message>
        <source>When nothing is sent: 08:00-18:00, 22:00-06:00.</source>
        <extracomment>desktop/ui/settings/texts.py, HINTS</extracomment>
        <translation>Wann nichts gesendet wird: 08:00-18:00, 22:00-06:00.</translation>
    </message>
    <message>
        <source>Names of connections, separated by commas.</source>
        <extracomment>desktop/ui/settings/texts.py, HINTS</extracomment>
        <translation>Namen von Verbindungen, mit Kommas getrennt.</translation>
    </message>
    <message>
        <source>A file with certificates, for a receiver that has one of its own.</source>
        <extracomment>desktop/ui/settings/texts.py, HINTS</extracomment>
        <translation>Eine Datei mit Zertifikaten, für einen Empfänger mit eigenem.</translation>
    </message>
    <message>
        <source>On another disk. Recordings go on there when this one is full.</source>
        <extracomment>desktop/ui/settings/texts.py, HINTS</extracomment>
        <translation>Auf einer anderen Festplatte. Aufnahmen gehen dort weiter, wenn diese voll ist.</translation>
    </message>
    <message>
        <source>Given back when the disk is full, so that a recording can be closed.</source>
        <extracomment>desktop/ui/settings/texts.py, HINTS</extracomment>
        <translation>Wird zurückgegeben, wenn die Festplatte voll ist, damit eine Aufnahme abgeschlossen werden kann.</translation>
    </message>
    <message>
        <source>Only what the receiver has just confirmed that it holds; nothing else.</source>
        <extracomment>desktop/ui/settings/texts.py, HINTS</extracomment>
        <translation>Nur, was der Empfänger eben bestätigt hat; sonst nichts.</translation>
    </message>
    <message>
        <source>Longer than the time between two backups of the receiver.</source>
        <extracomment>desktop/ui/settings/texts.py, HINTS</extracomment>
        <translation>Länger als die Zeit zwischen zwei Sicherungen des Empfängers.</translation>
    </message>
    <message>
        <source>As the system</source>
        <extracomment>desktop/ui/settings/texts.py, SCHEMES</extracomment>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>desktop/ui/settings/texts.py, SCHEMES</extracomment>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <extracomment>desktop/ui/settings/texts.py, SCHEMES</extracomment>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <extracomment>desktop/ui/settings/texts.py, SCHEMES</extracomment>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>The best that was tried</source>
        <extracomment>desktop/ui/settings/texts.py, ENCODERS</extracomment>
        <translation>Der beste geprüfte</translation>
    </message>
    <message>
        <source>Always x264</source>
        <extracomment>desktop/ui/settings/texts.py, ENCODERS</extracomment>
        <translation>Immer x264</translation>
    </message>
    <message>
        <source>The camera&apos;s own pictures, untouched</source>
        <extracomment>desktop/ui/settings/texts.py, ENCODERS</extracomment>
        <translation>Die eigenen Bilder der Kamera, unverändert</translation>
    </message>
    <message>
        <source>Once somebody has kept them</source>
        <extracomment>desktop/ui/settings/texts.py, UPLOADS</extracomment>
        <translation>Sobald jemand sie behalten hat</translation>
    </message>
    <message>
        <source>None</source>
        <extracomment>desktop/ui/settings/texts.py, SYNC_MARKS</extracomment>
        <translation>Keine</translation>
    </message>
    <message>
        <source>At the beginning</source>
        <extracomment>desktop/ui/settings/texts.py, SYNC_MARKS</extracomment>
        <translation>Am Anfang</translation>
    </message>
    <message>
        <source>At both ends</source>
        <extracomment>desktop/ui/settings/texts.py, SYNC_MARKS</extracomment>
        <translation>An beiden Enden</translation>
    </message>
    <message>
        <source>Never by itself</source>
        <extracomment>desktop/ui/settings/texts.py, FREEING</extracomment>
        <translation>Nie von selbst</translation>
    </message>
    <message>
        <source>After some days</source>
        <extracomment>desktop/ui/settings/texts.py, FREEING</extracomment>
        <translation>Nach einigen Tagen</translation>
    </message>
    <message>
        <source>When space is short</source>
        <extracomment>desktop/ui/settings/texts.py, FREEING</extracomment>
        <translation>Wenn Platz knapp ist</translation>
    </message>
    <message>
        <source>Never</source>
        <extracomment>desktop/ui/settings/texts.py, NEVER</extracomment>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Start with this computer</source>
        <extracomment>desktop/ui/settings/texts.py, AUTOSTART</extracomment>
        <translation>Mit diesem Computer starten</translation>
    </message>
    <message>
        <source>Starts in the tray after you have signed in, so that sending goes on.</source>
        <extracomment>desktop/ui/settings/texts.py, AUTOSTART_HINT</extracomment>
        <translation>Startet nach der Anmeldung im Benachrichtigungsfeld, damit das Senden weitergeht.</translation>
    </message>
    <message>
        <source>Recordings and everything else are kept in</source>
        <extracomment>desktop/ui/settings/texts.py, HOME</extracomment>
        <translation>Aufnahmen und alles andere liegen in</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <extracomment>desktop/ui/settings/texts.py, OPEN_FOLDER_MNEMONIC</extracomment>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Open the folder of recordings</source>
        <extracomment>desktop/ui/settings/texts.py, OPEN_FOLDER</extracomment>
        <translation>Den Ordner der Aufnahmen öffnen</translation>
    </message>
    <message>
        <source>Camera and &amp;microphone…</source>
        <extracomment>desktop/ui/settings/texts.py, DEVICES_MNEMONIC</extracomment>
        <translation>Kamera und &amp;Mikrofon …</translation>
    </message>
    <message>
        <source>Choose camera and microphone</source>
        <extracomment>desktop/ui/settings/texts.py, DEVICES</extracomment>
        <translation>Kamera und Mikrofon wählen</translation>
    </message>
    <message>
        <source>&amp;Free space now…</source>
        <extracomment>desktop/ui/settings/texts.py, FREE_MNEMONIC</extracomment>
        <translation>Jetzt &amp;Platz schaffen …</translation>
    </message>
    <message>
        <source>What the study or the window says</source>
        <extracomment>desktop/ui/settings/texts.py, KIOSK_DEVICE</extracomment>
        <translation>Was Studie oder Fenster sagen</translation>
    </message>
    <message>
        <source>They are opened when the kiosk is started the next time.</source>
        <extracomment>desktop/ui/settings/texts.py, KIOSK_DEVICES_HINT</extracomment>
        <translation>Sie werden beim nächsten Start des Kiosks geöffnet.</translation>
    </message>
    <message>
        <source>The PIN opens the staff&apos;s corner of the kiosk and lets people leave it. It is kept as a hash.</source>
        <extracomment>desktop/ui/settings/texts.py, KIOSK_INTRO</extracomment>
        <translation>Die PIN öffnet die Ecke des Personals im Kiosk und lässt Menschen ihn verlassen. Sie wird als Hash aufbewahrt.</translation>
    </message>
    <message>
        <source>New &amp;PIN</source>
        <extracomment>desktop/ui/settings/texts.py, PIN_MNEMONIC</extracomment>
        <translation>Neue &amp;PIN</translation>
    </message>
    <message>
        <source>New PIN of the operator</source>
        <extracomment>desktop/ui/settings/texts.py, PIN</extracomment>
        <translation>Neue PIN des Personals</translation>
    </message>
    <message>
        <source>&amp;Again</source>
        <extracomment>desktop/ui/settings/texts.py, PIN_AGAIN_MNEMONIC</extracomment>
        <translation>&amp;Noch einmal</translation>
    </message>
    <message>
        <source>4 to 12 digits</source>
        <extracomment>desktop/ui/settings/texts.py, PIN_EMPTY</extracomment>
        <translation>4 bis 12 Ziffern</translation>
    </message>
    <message>
        <source>&amp;Set the PIN</source>
        <extracomment>desktop/ui/settings/texts.py, SET_PIN_MNEMONIC</extracomment>
        <translation>PIN &amp;setzen</translation>
    </message>
    <message>
        <source>&amp;Remove the PIN</source>
        <extracomment>desktop/ui/settings/texts.py, REMOVE_PIN_MNEMONIC</extracomment>
        <translation>PIN ent&amp;fernen</translation>
    </message>
    <message>
        <source>A PIN is set.</source>
        <extracomment>desktop/ui/settings/texts.py, PIN_IS_SET</extracomment>
        <translation>Eine PIN ist gesetzt.</translation>
    </message>
    <message>
        <source>No PIN is set: anybody can leave the kiosk.</source>
        <extracomment>desktop/ui/settings/texts.py, PIN_IS_NOT_SET</extracomment>
        <translation>Keine PIN ist gesetzt: Jeder kann den Kiosk verlassen.</translation>
    </message>
    <message>
        <source>The two are not the same. Nothing was changed; type both again.</source>
        <extracomment>desktop/ui/settings/texts.py, PIN_DIFFERS</extracomment>
        <translation>Die beiden sind nicht gleich. Es wurde nichts geändert; geben Sie beide noch einmal ein.</translation>
    </message>
    <message>
        <source>A PIN has 4 to 12 digits and nothing else. Nothing was changed.</source>
        <extracomment>desktop/ui/settings/texts.py, PIN_UNFIT</extracomment>
        <translation>Eine PIN hat 4 bis 12 Ziffern und sonst nichts. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>When something is not as it should be: see what Holdfast noted, or save all that helps to find out. Recordings are never part of it.</source>
        <extracomment>desktop/ui/settings/texts.py, HELP_INTRO</extracomment>
        <translation>Wenn etwas nicht ist, wie es sein soll: Sehen Sie, was Holdfast vermerkt hat, oder speichern Sie alles, was es herausfinden hilft. Aufnahmen gehören nie dazu.</translation>
    </message>
    <message>
        <source>Show the &amp;log…</source>
        <extracomment>desktop/ui/settings/texts.py, LOG_MNEMONIC</extracomment>
        <translation>Das P&amp;rotokoll zeigen …</translation>
    </message>
    <message>
        <source>Save a &amp;diagnostics bundle…</source>
        <extracomment>desktop/ui/settings/texts.py, BUNDLE_MNEMONIC</extracomment>
        <translation>Ein &amp;Diagnosepaket speichern …</translation>
    </message>
    <message>
        <source>A&amp;bout Holdfast…</source>
        <extracomment>desktop/ui/settings/texts.py, ABOUT_MNEMONIC</extracomment>
        <translation>Ü&amp;ber Holdfast …</translation>
    </message>
    <message>
        <source>Stop and keep the recording: hold for a second, or press F9 twice</source>
        <extracomment>desktop/ui/texts.py, STOP_GUARDED_HINT</extracomment>
        <translation>Aufnahme beenden und behalten: eine Sekunde halten oder zweimal F9 drücken</translation>
    </message>
    <message>
        <source>Hold to &amp;stop</source>
        <extracomment>desktop/ui/texts.py, STOP_HOLD</extracomment>
        <translation>Zum &amp;Stoppen halten</translation>
    </message>
    <message>
        <source>Again to &amp;stop</source>
        <extracomment>desktop/ui/texts.py, STOP_AGAIN</extracomment>
        <translation>Nochmal zum &amp;Stoppen</translation>
    </message>
    <message>
        <source>Upload queue…</source>
        <extracomment>desktop/ui/texts.py, OPEN_QUEUE</extracomment>
        <translation>Warteschlange …</translation>
    </message>
    <message>
        <source>Delete it here and at the receiver; that can be undone for ten minutes</source>
        <extracomment>desktop/ui/texts.py, DISCARD_HINT</extracomment>
        <translation>Hier und beim Empfänger löschen; das lässt sich zehn Minuten lang rückgängig machen</translation>
    </message>
    <message numerus="yes">
        <source>{decision} %n more recording waits.|{decision} %n more recordings wait.</source>
        <extracomment>desktop/ui/texts.py, TO_DECIDE_AND_MORE</extracomment>
        <translation>
            <numerusform>{decision} %n weitere Aufnahme wartet.</numerusform>
            <numerusform>{decision} %n weitere Aufnahmen warten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Holdfast is open already, but its window does not answer. {safe} Close it, or end its process, and try again.</source>
        <extracomment>desktop/ui/texts.py, RUNNING_BUT_SILENT</extracomment>
        <translation>Holdfast ist schon offen, aber sein Fenster antwortet nicht. {safe} Schließen Sie es, oder beenden Sie seinen Prozess, und versuchen Sie es noch einmal.</translation>
    </message>
    <message numerus="yes">
        <source>%n recording|%n recordings</source>
        <extracomment>desktop/ui/texts.py, N_RECORDINGS</extracomment>
        <translation>
            <numerusform>%n Aufnahme</numerusform>
            <numerusform>%n Aufnahmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Take {take}</source>
        <extracomment>desktop/ui/queue_texts.py, TAKE_ALONE</extracomment>
        <translation>Durchgang {take}</translation>
    </message>
    <message>
        <source>{fps} fps · {lost} lost</source>
        <extracomment>desktop/ui/texts.py, NUMBERS_LINE</extracomment>
        <translation>{fps} Bilder/s · {lost} verloren</translation>
    </message>
    <message>
        <source>Set up Holdfast</source>
        <extracomment>desktop/ui/wizard/texts.py, TITLE</extracomment>
        <translation>Holdfast einrichten</translation>
    </message>
    <message>
        <source>Steps</source>
        <extracomment>desktop/ui/wizard/texts.py, STEPS_NAME</extracomment>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Storage</source>
        <extracomment>desktop/ui/settings/texts.py, PAGES</extracomment>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Receiver</source>
        <extracomment>desktop/ui/morning_texts.py, NAMES</extracomment>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <extracomment>desktop/ui/wizard/texts.py, STEPS</extracomment>
        <translation>Probe</translation>
    </message>
    <message>
        <source>Step {number} of {count}: {name}</source>
        <extracomment>desktop/ui/wizard/texts.py, STEP_SPOKEN</extracomment>
        <translation>Schritt {number} von {count}: {name}</translation>
    </message>
    <message>
        <source>Step {number} of {count}, done: {name}</source>
        <extracomment>desktop/ui/wizard/texts.py, DONE_SPOKEN</extracomment>
        <translation>Schritt {number} von {count}, fertig: {name}</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <extracomment>desktop/ui/wizard/texts.py, BACK_MNEMONIC</extracomment>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <extracomment>desktop/ui/wizard/texts.py, NEXT_MNEMONIC</extracomment>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Leave the set-up?</source>
        <extracomment>desktop/ui/wizard/texts.py, CLOSE_TITLE</extracomment>
        <translation>Einrichtung verlassen?</translation>
    </message>
    <message>
        <source>Nothing is lost. Holdfast asks again at the next start.</source>
        <extracomment>desktop/ui/wizard/texts.py, CLOSE_SENTENCE</extracomment>
        <translation>Nichts geht verloren. Holdfast fragt beim nächsten Start wieder.</translation>
    </message>
    <message>
        <source>Stay</source>
        <extracomment>desktop/ui/wizard/texts.py, CLOSE_STAY</extracomment>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Leave</source>
        <extracomment>desktop/ui/wizard/texts.py, CLOSE_LEAVE</extracomment>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Where recordings are kept</source>
        <extracomment>desktop/ui/wizard/texts.py, STORAGE_TITLE</extracomment>
        <translation>Wo Aufnahmen aufbewahrt werden</translation>
    </message>
    <message>
        <source>Every recording is written to this folder first and stays there until it has been sent and checked. A disk of this computer is best; a network drive is not.</source>
        <extracomment>desktop/ui/wizard/texts.py, STORAGE_INTRO</extracomment>
        <translation>Jede Aufnahme wird zuerst in diesen Ordner geschrieben und bleibt dort, bis sie gesendet und geprüft ist. Am besten ist eine Festplatte dieses Computers; ein Netzlaufwerk nicht.</translation>
    </message>
    <message>
        <source>Folder for recordings</source>
        <extracomment>desktop/ui/wizard/texts.py, FOLDER</extracomment>
        <translation>Ordner für Aufnahmen</translation>
    </message>
    <message>
        <source>&amp;Choose another folder…</source>
        <extracomment>desktop/ui/wizard/texts.py, CHOOSE_FOLDER_MNEMONIC</extracomment>
        <translation>&amp;Anderen Ordner wählen …</translation>
    </message>
    <message>
        <source>Choose the folder for recordings</source>
        <extracomment>desktop/ui/wizard/texts.py, CHOOSE_FOLDER</extracomment>
        <translation>Den Ordner für Aufnahmen wählen</translation>
    </message>
    <message>
        <source>Room for recordings</source>
        <extracomment>desktop/ui/wizard/texts.py, ROOM</extracomment>
        <translation>Platz für Aufnahmen</translation>
    </message>
    <message>
        <source>{free} of {total} free, at the usual quality</source>
        <extracomment>desktop/ui/wizard/texts.py, ROOM_LINE</extracomment>
        <translation>{free} von {total} frei, in der üblichen Qualität</translation>
    </message>
    <message>
        <source>The system does not say how much space this disk has.</source>
        <extracomment>desktop/ui/wizard/texts.py, ROOM_UNKNOWN_LINE</extracomment>
        <translation>Das System sagt nicht, wie viel Platz diese Festplatte hat.</translation>
    </message>
    <message>
        <source>Recordings cannot be kept here ({reason}). Choose another folder, or make this one writable.</source>
        <extracomment>desktop/ui/wizard/texts.py, PLACE_UNFIT</extracomment>
        <translation>Hier lassen sich keine Aufnahmen aufbewahren ({reason}). Wählen Sie einen anderen Ordner, oder machen Sie diesen beschreibbar.</translation>
    </message>
    <message>
        <source>There is little room. Free some space, or choose a folder on another disk, before long recordings.</source>
        <extracomment>desktop/ui/wizard/texts.py, PLACE_TIGHT</extracomment>
        <translation>Es ist wenig Platz. Schaffen Sie vor langen Aufnahmen Platz, oder wählen Sie einen Ordner auf einer anderen Festplatte.</translation>
    </message>
    <message>
        <source>This folder was named when Holdfast was started, so it is not chosen here.</source>
        <extracomment>desktop/ui/wizard/texts.py, PLACE_FIXED</extracomment>
        <translation>Dieser Ordner wurde beim Start von Holdfast genannt, darum wird er nicht hier gewählt.</translation>
    </message>
    <message>
        <source>This folder can be used.</source>
        <extracomment>desktop/ui/wizard/texts.py, PLACE_GOOD</extracomment>
        <translation>Dieser Ordner ist brauchbar.</translation>
    </message>
    <message>
        <source>Look into the camera and say something. The picture is mirrored here, as in a mirror; what is recorded is not.</source>
        <extracomment>desktop/ui/wizard/texts.py, DEVICES_INTRO</extracomment>
        <translation>Blicken Sie in die Kamera und sagen Sie etwas. Das Bild ist hier gespiegelt, wie in einem Spiegel; das Aufgenommene ist es nicht.</translation>
    </message>
    <message>
        <source>C&amp;amera</source>
        <extracomment>desktop/ui/wizard/texts.py, CAMERA_MNEMONIC</extracomment>
        <translation>&amp;Kamera</translation>
    </message>
    <message>
        <source>&amp;Microphone</source>
        <extracomment>desktop/ui/wizard/texts.py, MICROPHONE_MNEMONIC</extracomment>
        <translation>&amp;Mikrofon</translation>
    </message>
    <message>
        <source>Level</source>
        <extracomment>desktop/ui/help/texts.py, LOG_COLUMNS</extracomment>
        <translation>Pegel</translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <extracomment>desktop/ui/sending_texts.py, PAUSE_TOMORROW</extracomment>
        <translation>Bis morgen</translation>
    </message>
    <message>
        <source>Diagnostics bundle…</source>
        <extracomment>desktop/ui/sending_texts.py, BUNDLE_MENU</extracomment>
        <translation>Diagnosepaket …</translation>
    </message>
    <message>
        <source>Log…</source>
        <extracomment>desktop/ui/sending_texts.py, LOG_MENU</extracomment>
        <translation>Protokoll …</translation>
    </message>
    <message>
        <source>{name}, {width} × {height} at {fps}&#xa0;fps</source>
        <extracomment>desktop/ui/texts.py, CAMERA_LINE</extracomment>
        <translation>{name}, {width} × {height}, {fps}&#xa0;Bilder/s</translation>
    </message>
    <message>
        <source>No camera was found</source>
        <extracomment>desktop/ui/wizard/texts.py, NO_CAMERA</extracomment>
        <translation>Es wurde keine Kamera gefunden</translation>
    </message>
    <message>
        <source>No microphone was found</source>
        <extracomment>desktop/ui/wizard/texts.py, NO_MICROPHONE</extracomment>
        <translation>Es wurde kein Mikrofon gefunden</translation>
    </message>
    <message>
        <source>Plug a camera in, then press Look again. To try Holdfast without one, choose the built-in scene.</source>
        <extracomment>desktop/ui/wizard/texts.py, NO_CAMERA_NEXT</extracomment>
        <translation>Schließen Sie eine Kamera an und drücken Sie „Noch einmal suchen“. Um Holdfast ohne eine zu probieren, wählen Sie die eingebaute Szene.</translation>
    </message>
    <message>
        <source>Without sound</source>
        <extracomment>desktop/ui/wizard/texts.py, WITHOUT_SOUND</extracomment>
        <translation>Ohne Ton</translation>
    </message>
    <message>
        <source>The system&apos;s microphone</source>
        <extracomment>desktop/ui/wizard/texts.py, DEFAULT_MICROPHONE</extracomment>
        <translation>Das Mikrofon des Systems</translation>
    </message>
    <message>
        <source>Built-in moving scene, with a tone</source>
        <extracomment>desktop/ui/wizard/texts.py, SCENE</extracomment>
        <translation>Eingebaute bewegte Szene, mit Ton</translation>
    </message>
    <message>
        <source>Really delivered: {width} × {height} at {fps} pictures a second</source>
        <extracomment>desktop/ui/wizard/texts.py, REALLY</extracomment>
        <translation>Wirklich geliefert: {width} × {height} mit {fps} Bildern je Sekunde</translation>
    </message>
    <message>
        <source>Where recordings go</source>
        <extracomment>desktop/ui/wizard/texts.py, RECEIVER_TITLE</extracomment>
        <translation>Wohin Aufnahmen gehen</translation>
    </message>
    <message>
        <source>Recordings are sent by themselves, whenever there is a network. You can record before this is set up; nothing is lost.</source>
        <extracomment>desktop/ui/wizard/texts.py, RECEIVER_INTRO</extracomment>
        <translation>Aufnahmen werden von selbst gesendet, sobald es ein Netz gibt. Sie können aufnehmen, bevor dies eingerichtet ist; nichts geht verloren.</translation>
    </message>
    <message>
        <source>To my study&apos;s &amp;receiver</source>
        <extracomment>desktop/ui/wizard/texts.py, ELSEWHERE_MNEMONIC</extracomment>
        <translation>An den &amp;Empfänger meiner Studie</translation>
    </message>
    <message>
        <source>Your study team gives you an address and an enrolment code, or a QR code.</source>
        <extracomment>desktop/ui/wizard/texts.py, ELSEWHERE_HINT</extracomment>
        <translation>Ihr Studienteam gibt Ihnen eine Adresse und einen Anmeldecode, oder einen QR-Code.</translation>
    </message>
    <message>
        <source>&amp;Keep them on this computer</source>
        <extracomment>desktop/ui/wizard/texts.py, HERE_MNEMONIC</extracomment>
        <translation>Auf diesem &amp;Computer aufbewahren</translation>
    </message>
    <message>
        <source>Holdfast runs a receiver here while it is open: recordings are checked and can be watched in a browser. They are on this computer only, so make backups.</source>
        <extracomment>desktop/ui/wizard/texts.py, HERE_HINT</extracomment>
        <translation>Holdfast betreibt hier einen Empfänger, solange es offen ist: Aufnahmen werden geprüft und lassen sich im Browser ansehen. Sie sind nur auf diesem Computer, machen Sie also Sicherungen.</translation>
    </message>
    <message>
        <source>Set this up &amp;later</source>
        <extracomment>desktop/ui/wizard/texts.py, LATER_MNEMONIC</extracomment>
        <translation>Dies &amp;später einrichten</translation>
    </message>
    <message>
        <source>Recordings wait on this computer. You find this page in the settings.</source>
        <extracomment>desktop/ui/wizard/texts.py, LATER_HINT</extracomment>
        <translation>Aufnahmen warten auf diesem Computer. Diese Seite finden Sie in den Einstellungen.</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <extracomment>desktop/ui/wizard/texts.py, ADDRESS_MNEMONIC</extracomment>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>Address of the receiver</source>
        <extracomment>desktop/ui/wizard/texts.py, ADDRESS</extracomment>
        <translation>Adresse des Empfängers</translation>
    </message>
    <message>
        <source>https://receiver.example.org</source>
        <extracomment>desktop/ui/wizard/texts.py, ADDRESS_EMPTY</extracomment>
        <translation>https://receiver.example.org</translation>
    </message>
    <message>
        <source>Enrolment co&amp;de</source>
        <extracomment>desktop/ui/wizard/texts.py, CODE_MNEMONIC</extracomment>
        <translation>Anmeldec&amp;ode</translation>
    </message>
    <message>
        <source>Enrolment code</source>
        <extracomment>desktop/ui/wizard/texts.py, CODE</extracomment>
        <translation>Anmeldecode</translation>
    </message>
    <message>
        <source>As your study team wrote it</source>
        <extracomment>desktop/ui/wizard/texts.py, CODE_EMPTY</extracomment>
        <translation>Wie Ihr Studienteam ihn geschrieben hat</translation>
    </message>
    <message>
        <source>Na&amp;me of this computer</source>
        <extracomment>desktop/ui/wizard/texts.py, NAME_MNEMONIC</extracomment>
        <translation>Na&amp;me dieses Computers</translation>
    </message>
    <message>
        <source>Name of this computer</source>
        <extracomment>desktop/ui/wizard/texts.py, NAME</extracomment>
        <translation>Name dieses Computers</translation>
    </message>
    <message>
        <source>Scan a &amp;QR code…</source>
        <extracomment>desktop/ui/wizard/texts.py, SCAN_MNEMONIC</extracomment>
        <translation>&amp;QR-Code einlesen …</translation>
    </message>
    <message>
        <source>Scan a QR code with the camera</source>
        <extracomment>desktop/ui/wizard/texts.py, SCAN</extracomment>
        <translation>Einen QR-Code mit der Kamera einlesen</translation>
    </message>
    <message>
        <source>From a &amp;file…</source>
        <extracomment>desktop/ui/wizard/texts.py, FROM_FILE_MNEMONIC</extracomment>
        <translation>Aus einer Da&amp;tei …</translation>
    </message>
    <message>
        <source>Read the invitation from a file or a picture</source>
        <extracomment>desktop/ui/wizard/texts.py, FROM_FILE</extracomment>
        <translation>Die Einladung aus einer Datei oder einem Bild lesen</translation>
    </message>
    <message>
        <source>Invitations and pictures (*.json *.png *.jpg *.jpeg *.svg *.webp);;All files (*)</source>
        <extracomment>desktop/ui/wizard/texts.py, FILES</extracomment>
        <translation>Einladungen und Bilder (*.json *.png *.jpg *.jpeg *.svg *.webp);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <extracomment>desktop/ui/wizard/texts.py, CONNECT_MNEMONIC</extracomment>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>Connect to the receiver</source>
        <extracomment>desktop/ui/wizard/texts.py, CONNECT</extracomment>
        <translation>Mit dem Empfänger verbinden</translation>
    </message>
    <message>
        <source>&amp;Start it</source>
        <extracomment>desktop/ui/wizard/texts.py, START_HERE_MNEMONIC</extracomment>
        <translation>Sta&amp;rten</translation>
    </message>
    <message>
        <source>Start the receiver on this computer</source>
        <extracomment>desktop/ui/wizard/texts.py, START_HERE</extracomment>
        <translation>Den Empfänger auf diesem Computer starten</translation>
    </message>
    <message>
        <source>&amp;Open its page</source>
        <extracomment>desktop/ui/wizard/texts.py, OPEN_PAGE_MNEMONIC</extracomment>
        <translation>Seine Seite ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Open the receiver&apos;s page in a browser</source>
        <extracomment>desktop/ui/wizard/texts.py, OPEN_PAGE</extracomment>
        <translation>Die Seite des Empfängers im Browser öffnen</translation>
    </message>
    <message>
        <source>Asking the receiver…</source>
        <extracomment>desktop/ui/wizard/texts.py, CONNECTING</extracomment>
        <translation>Der Empfänger wird gefragt …</translation>
    </message>
    <message>
        <source>Starting the receiver on this computer. This takes a few seconds…</source>
        <extracomment>desktop/ui/wizard/texts.py, STARTING_HERE</extracomment>
        <translation>Der Empfänger auf diesem Computer wird gestartet. Das dauert einige Sekunden …</translation>
    </message>
    <message>
        <source>Connected</source>
        <extracomment>desktop/ui/wizard/texts.py, CONNECTED</extracomment>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>This computer sends its recordings to {url}.</source>
        <extracomment>desktop/ui/wizard/texts.py, CONNECTED_TO</extracomment>
        <translation>Dieser Computer sendet seine Aufnahmen an {url}.</translation>
    </message>
    <message>
        <source>The receiver on this computer runs at {url}. Only this computer reaches it.</source>
        <extracomment>desktop/ui/wizard/texts.py, CONNECTED_HERE</extracomment>
        <translation>Der Empfänger auf diesem Computer läuft unter {url}. Nur dieser Computer erreicht ihn.</translation>
    </message>
    <message>
        <source>Not connected</source>
        <extracomment>desktop/ui/wizard/texts.py, NOT_CONNECTED</extracomment>
        <translation>Nicht verbunden</translation>
    </message>
    <message numerus="yes">
        <source>%n recording stays at the former receiver.|%n recordings stay at the former receiver.</source>
        <extracomment>desktop/ui/wizard/texts.py, AT_FORMER</extracomment>
        <translation>
            <numerusform>%n Aufnahme bleibt beim bisherigen Empfänger.</numerusform>
            <numerusform>%n Aufnahmen bleiben beim bisherigen Empfänger.</numerusform>
        </translation>
    </message>
    <message>
        <source>Scan a QR code</source>
        <extracomment>desktop/ui/wizard/texts.py, SCAN_TITLE</extracomment>
        <translation>QR-Code einlesen</translation>
    </message>
    <message>
        <source>Hold the invitation in front of the camera, flat and large. It is read by itself.</source>
        <extracomment>desktop/ui/wizard/texts.py, SCAN_INTRO</extracomment>
        <translation>Halten Sie die Einladung flach und groß vor die Kamera. Sie wird von selbst gelesen.</translation>
    </message>
    <message>
        <source>That is a QR code, but no invitation. Show the one from your study team.</source>
        <extracomment>desktop/ui/wizard/texts.py, SCAN_NOT_OURS</extracomment>
        <translation>Das ist ein QR-Code, aber keine Einladung. Zeigen Sie die von Ihrem Studienteam.</translation>
    </message>
    <message>
        <source>There is no picture. Go back one page and choose a camera first.</source>
        <extracomment>desktop/ui/wizard/texts.py, SCAN_NO_CAMERA</extracomment>
        <translation>Es gibt kein Bild. Gehen Sie eine Seite zurück und wählen Sie zuerst eine Kamera.</translation>
    </message>
    <message>
        <source>No invitation was found in {file}. Nothing was changed; a sharp, straight picture of the whole QR code helps.</source>
        <extracomment>desktop/ui/wizard/texts.py, NO_QR_IN_FILE</extracomment>
        <translation>In {file} wurde keine Einladung gefunden. Es wurde nichts geändert; ein scharfes, gerades Bild des ganzen QR-Codes hilft.</translation>
    </message>
    <message>
        <source>A rehearsal of ten seconds</source>
        <extracomment>desktop/ui/wizard/texts.py, REHEARSAL_TITLE</extracomment>
        <translation>Eine Probe von zehn Sekunden</translation>
    </message>
    <message>
        <source>&amp;Start the rehearsal</source>
        <extracomment>desktop/ui/wizard/texts.py, START_MNEMONIC</extracomment>
        <translation>Probe &amp;starten</translation>
    </message>
    <message>
        <source>Rehearse a&amp;gain</source>
        <extracomment>desktop/ui/morning_texts.py, AGAIN_MNEMONIC</extracomment>
        <translation>Noch &amp;einmal proben</translation>
    </message>
    <message>
        <source>Start the rehearsal</source>
        <extracomment>desktop/ui/wizard/texts.py, START</extracomment>
        <translation>Die Probe starten</translation>
    </message>
    <message>
        <source>The receiver signed for all of it, and the receipt is kept here.</source>
        <extracomment>desktop/ui/wizard/texts.py, LIGHT_MEANINGS</extracomment>
        <translation>Der Empfänger hat für alles unterschrieben, und die Quittung liegt hier.</translation>
    </message>
    <message>
        <source>On</source>
        <extracomment>desktop/ui/wizard/texts.py, LIGHT_ON</extracomment>
        <translation>An</translation>
    </message>
    <message>
        <source>Working</source>
        <extracomment>desktop/ui/wizard/texts.py, LIGHT_WORKS</extracomment>
        <translation>Arbeitet</translation>
    </message>
    <message>
        <source>Ready when you are.</source>
        <extracomment>desktop/ui/wizard/texts.py, REHEARSAL_READY</extracomment>
        <translation>Bereit, wenn Sie es sind.</translation>
    </message>
    <message>
        <source>The camera is being opened…</source>
        <extracomment>desktop/ui/wizard/texts.py, REHEARSAL_OPENING</extracomment>
        <translation>Die Kamera wird geöffnet …</translation>
    </message>
    <message>
        <source>Recording. Look into the camera and say a few words. {left} s left.</source>
        <extracomment>desktop/ui/wizard/texts.py, REHEARSAL_RUNNING</extracomment>
        <translation>Aufnahme läuft. Blicken Sie in die Kamera und sagen Sie ein paar Worte. Noch {left} s.</translation>
    </message>
    <message>
        <source>On its way. {why}</source>
        <extracomment>desktop/ui/wizard/texts.py, REHEARSAL_SENDING</extracomment>
        <translation>Unterwegs. {why}</translation>
    </message>
    <message>
        <source>All four lights are on. This computer is ready.</source>
        <extracomment>desktop/ui/wizard/texts.py, REHEARSAL_ALL</extracomment>
        <translation>Alle vier Lichter sind an. Dieser Computer ist bereit.</translation>
    </message>
    <message>
        <source>The recording is saved and whole. The other three lights come on once there is a receiver.</source>
        <extracomment>desktop/ui/wizard/texts.py, REHEARSAL_SAVED_ONLY</extracomment>
        <translation>Die Aufnahme ist gesichert und vollständig. Die anderen drei Lichter gehen an, sobald es einen Empfänger gibt.</translation>
    </message>
    <message>
        <source>The rehearsal did not work. {why}</source>
        <extracomment>desktop/ui/wizard/texts.py, REHEARSAL_FAILED</extracomment>
        <translation>Die Probe hat nicht geklappt. {why}</translation>
    </message>
    <message>
        <source>{frames} pictures in {seconds} s, {lost} lost</source>
        <extracomment>desktop/ui/wizard/texts.py, NUMBERS</extracomment>
        <translation>{frames} Bilder in {seconds} s, {lost} verloren</translation>
    </message>
    <message>
        <source>Mark {number}</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>Marke {number}</translation>
    </message>
    <message>
        <source>Live picture of {camera}</source>
        <extracomment>desktop/ui/texts.py, PREVIEW_OF</extracomment>
        <translation>Livebild von {camera}</translation>
    </message>
    <message>
        <source>{camera} is not recording.</source>
        <extracomment>desktop/ui/texts.py, BESIDE_PROBLEM_TITLE</extracomment>
        <translation>{camera} nimmt nicht auf.</translation>
    </message>
    <message>
        <source>Built-in test scene</source>
        <extracomment>desktop/ui/texts.py, TEST_SCENE</extracomment>
        <translation>Eingebaute Testszene</translation>
    </message>
    <message>
        <source>Built-in test scene, live</source>
        <extracomment>desktop/ui/texts.py, LIVE_TEST_SCENE</extracomment>
        <translation>Eingebaute Testszene, live</translation>
    </message>
    <message>
        <source>Camera {number}</source>
        <extracomment>desktop/ui/texts.py, CAMERA_NUMBER</extracomment>
        <translation>Kamera {number}</translation>
    </message>
    <message>
        <source>None: picture only</source>
        <extracomment>desktop/ui/device_texts.py, NO_SOUND_WANTED</extracomment>
        <translation>Keines: nur Bild</translation>
    </message>
    <message>
        <source>Not open yet</source>
        <extracomment>desktop/ui/texts.py, MICROPHONE_NOT_OPEN</extracomment>
        <translation>Noch nicht geöffnet</translation>
    </message>
    <message>
        <source>No microphone</source>
        <extracomment>desktop/ui/texts.py, METER_NO_MICROPHONE</extracomment>
        <translation>Kein Mikrofon</translation>
    </message>
    <message>
        <source>Free of {total}. Hours appear once the camera is open.</source>
        <extracomment>desktop/ui/texts.py, FREE_OF</extracomment>
        <translation>Frei von {total}. Stunden erscheinen, sobald die Kamera offen ist.</translation>
    </message>
    <message>
        <source>{free} free, at this recording&apos;s {rate}/s</source>
        <extracomment>desktop/ui/texts.py, FREE_AT_RATE</extracomment>
        <translation>{free} frei, bei {rate}/s dieser Aufnahme</translation>
    </message>
    <message>
        <source>{free} free, at the last recordings&apos; {rate}/s</source>
        <extracomment>desktop/ui/texts.py, FREE_AT_RATE</extracomment>
        <translation>{free} frei, bei {rate}/s der letzten Aufnahmen</translation>
    </message>
    <message>
        <source>{free} free, at an assumed {rate}/s</source>
        <extracomment>desktop/ui/texts.py, FREE_AT_RATE</extracomment>
        <translation>{free} frei, bei angenommenen {rate}/s</translation>
    </message>
    <message>
        <source>Overflow folder: {free} free</source>
        <extracomment>desktop/ui/texts.py, OVERFLOW_FREE</extracomment>
        <translation>Ausweichordner: {free} frei</translation>
    </message>
    <message>
        <source>Decided by the environment: {variable}.</source>
        <extracomment>desktop/ui/sending_texts.py, FIXED_BY</extracomment>
        <translation>Von der Umgebung festgelegt: {variable}.</translation>
    </message>
    <message>
        <source>On the disk with the overflow folder</source>
        <extracomment>desktop/ui/texts.py, SPACE_OF_OVERFLOW</extracomment>
        <translation>Auf der Festplatte mit dem Ausweichordner</translation>
    </message>
    <message>
        <source>Another camera came back: “{new}” instead of “{old}”. What was recorded is safe, and recording goes on with it. Is that right?</source>
        <extracomment>desktop/expected.py</extracomment>
        <translation>Eine andere Kamera kam zurück: „{new}“ statt „{old}“. Das bisher Aufgenommene ist sicher, und die Aufnahme geht damit weiter. Ist das richtig?</translation>
    </message>
    <message>
        <source>Camera “{camera_name}” came back with another picture: {new} instead of {old}. What was recorded is safe, and recording goes on with it. Is that right?</source>
        <extracomment>desktop/expected.py</extracomment>
        <translation>Kamera „{camera_name}“ kam mit einem anderen Bild zurück: {new} statt {old}. Das bisher Aufgenommene ist sicher, und die Aufnahme geht damit weiter. Ist das richtig?</translation>
    </message>
    <message>
        <source>Another camera than last time: “{new}” instead of “{old}”. Recording works with it. Is that right?</source>
        <extracomment>desktop/expected.py</extracomment>
        <translation>Eine andere Kamera als beim letzten Mal: „{new}“ statt „{old}“. Das Aufnehmen funktioniert damit. Ist das richtig?</translation>
    </message>
    <message>
        <source>Another microphone than last time: “{now}” instead of “{was}”. Recording works with it. Is that right?</source>
        <extracomment>desktop/expected.py</extracomment>
        <translation>Ein anderes Mikrofon als beim letzten Mal: „{now}“ statt „{was}“. Das Aufnehmen funktioniert damit. Ist das richtig?</translation>
    </message>
    <message>
        <source>Another microphone came back: “{now}” instead of “{was}”. What was recorded is safe, and recording goes on with it. Is that right?</source>
        <extracomment>desktop/expected.py</extracomment>
        <translation>Ein anderes Mikrofon kam zurück: „{now}“ statt „{was}“. Das bisher Aufgenommene ist sicher, und die Aufnahme geht damit weiter. Ist das richtig?</translation>
    </message>
    <message>
        <source>There is no source {source}; nothing was recorded. Name a camera (0 or /dev/video0), a video file that exists, an http:// or https:// address, or test for the built-in scene (test:live makes it behave like a camera).</source>
        <extracomment>desktop/recording/choice.py</extracomment>
        <translation>Es gibt keine Quelle {source}; es wurde nichts aufgenommen. Nennen Sie eine Kamera (0 oder /dev/video0), eine vorhandene Videodatei, eine Adresse mit http:// oder https://, oder test für die eingebaute Szene (test:live lässt sie sich wie eine Kamera verhalten).</translation>
    </message>
    <message>
        <source>The recording was ended in good order, and all of it is safe. Free some space before recording again.</source>
        <extracomment>desktop/recording/disk.py</extracomment>
        <translation>Die Aufnahme wurde ordentlich beendet, und alles davon ist sicher. Schaffen Sie Platz, bevor Sie wieder aufnehmen.</translation>
    </message>
    <message>
        <source>There is no microphone “{wanted}”; nothing is recorded. There is: {there}.</source>
        <extracomment>desktop/recording/microphone.py</extracomment>
        <translation>Es gibt kein Mikrofon „{wanted}“; es wird nichts aufgenommen. Es gibt: {there}.</translation>
    </message>
    <message>
        <source>Not measured.</source>
        <extracomment>desktop/rehearsal.py</extracomment>
        <translation>Nicht gemessen.</translation>
    </message>
    <message>
        <source>The overflow folder {path} cannot be written ({error}). Recordings go to the first disk only, and nothing is lost. Make it writable, or name another in disk.overflow_folder.</source>
        <extracomment>holdfast/overflow.py</extracomment>
        <translation>In den Ausweichordner {path} lässt sich nicht schreiben ({error}). Aufnahmen kommen nur auf die erste Festplatte, und nichts geht verloren. Machen Sie ihn beschreibbar, oder nennen Sie einen anderen in disk.overflow_folder.</translation>
    </message>
    <message>
        <source>The folder {path} is the overflow folder of another Holdfast. Recordings go to the first disk only, and nothing is lost. Name another folder in disk.overflow_folder.</source>
        <extracomment>holdfast/overflow.py</extracomment>
        <translation>Der Ordner {path} ist der Ausweichordner eines anderen Holdfast. Aufnahmen kommen nur auf die erste Festplatte, und nichts geht verloren. Nennen Sie einen anderen Ordner in disk.overflow_folder.</translation>
    </message>
    <message>
        <source>The overflow folder {path} is on the first disk, or the disk that belongs there is not connected. Recordings go to the first disk only, and nothing is lost. Connect it, or name a folder on another disk in disk.overflow_folder.</source>
        <extracomment>holdfast/overflow.py</extracomment>
        <translation>Der Ausweichordner {path} liegt auf der ersten Festplatte, oder die Festplatte, die dorthin gehört, ist nicht angeschlossen. Aufnahmen kommen nur auf die erste Festplatte, und nichts geht verloren. Schließen Sie sie an, oder nennen Sie in disk.overflow_folder einen Ordner auf einer anderen Festplatte.</translation>
    </message>
    <message>
        <source>The disk with the overflow folder {path} is not connected. Recordings go to the first disk only, and nothing is lost. Connect it to have its room, too.</source>
        <extracomment>holdfast/overflow.py</extracomment>
        <translation>Die Festplatte mit dem Ausweichordner {path} ist nicht angeschlossen. Aufnahmen kommen nur auf die erste Festplatte, und nichts geht verloren. Schließen Sie sie an, um auch ihren Platz zu haben.</translation>
    </message>
    <message>
        <source>The folder {path} is the overflow folder of another Holdfast, or another disk of this one. Recordings go to the first disk only, and nothing is lost. Connect the right disk, or name another folder in disk.overflow_folder.</source>
        <extracomment>holdfast/overflow.py</extracomment>
        <translation>Der Ordner {path} ist der Ausweichordner eines anderen Holdfast, oder eine andere Festplatte von diesem. Aufnahmen kommen nur auf die erste Festplatte, und nichts geht verloren. Schließen Sie die richtige Festplatte an, oder nennen Sie einen anderen Ordner in disk.overflow_folder.</translation>
    </message>
    <message>
        <source>The folder {path} does not carry this Holdfast&apos;s mark: the disk that belongs there is not connected. Recordings go to the first disk only, and nothing is lost. Connect it, or name another folder in disk.overflow_folder.</source>
        <extracomment>holdfast/overflow.py</extracomment>
        <translation>Der Ordner {path} trägt nicht das Zeichen dieses Holdfast: Die Festplatte, die dorthin gehört, ist nicht angeschlossen. Aufnahmen kommen nur auf die erste Festplatte, und nichts geht verloren. Schließen Sie sie an, oder nennen Sie einen anderen Ordner in disk.overflow_folder.</translation>
    </message>
    <message>
        <source>Nothing was deleted.</source>
        <extracomment>uploader/confirm.py</extracomment>
        <translation>Es wurde nichts gelöscht.</translation>
    </message>
    <message>
        <source>Nothing was changed; check {url}.</source>
        <extracomment>uploader/enrol.py</extracomment>
        <translation>Es wurde nichts geändert; prüfen Sie {url}.</translation>
    </message>
    <message>
        <source>The receiver did not enrol this computer, and nothing was changed here.</source>
        <extracomment>uploader/enrol.py</extracomment>
        <translation>Der Empfänger hat diesen Computer nicht angemeldet, und hier wurde nichts geändert.</translation>
    </message>
    <message>
        <source>This computer is not enrolled at a receiver yet, so nobody could open its suitcase or sign for it. What was recorded is untouched. Run holdfast enrol URL CODE first.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>Dieser Computer ist noch bei keinem Empfänger angemeldet, also könnte niemand seinen Koffer öffnen oder dafür unterschreiben. Das Aufgenommene ist unberührt. Führen Sie zuerst holdfast enrol URL CODE aus.</translation>
    </message>
    <message>
        <source>Another Holdfast program on this computer is packing or unpacking a suitcase. What was recorded is untouched. Wait for it to end, then try again.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>Ein anderes Holdfast-Programm auf diesem Computer packt gerade einen Koffer ein oder aus. Das Aufgenommene ist unberührt. Warten Sie, bis es fertig ist, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>There is no folder {disk}. What was recorded is untouched. Connect the disk, or name another folder.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>Es gibt keinen Ordner {disk}. Das Aufgenommene ist unberührt. Schließen Sie die Festplatte an, oder nennen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The disk at {disk} cannot be used ({error}). What was recorded is untouched. Whole files that were copied stay good; connect it again and run the same command, which goes on there.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>Die Festplatte bei {disk} lässt sich nicht benutzen ({error}). Das Aufgenommene ist unberührt. Ganz kopierte Dateien bleiben gut; schließen Sie sie wieder an und führen Sie denselben Befehl aus, er macht dort weiter.</translation>
    </message>
    <message>
        <source>The disk at {disk} is full. What was recorded is untouched. Make room on it, or take another.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>Die Festplatte bei {disk} ist voll. Das Aufgenommene ist unberührt. Schaffen Sie Platz darauf, oder nehmen Sie eine andere.</translation>
    </message>
    <message>
        <source>The suitcase {folder} cannot be read: its suitcase.json is damaged or missing. What was recorded is untouched. Pack again with holdfast queue export.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>Der Koffer {folder} lässt sich nicht lesen: Seine suitcase.json ist beschädigt oder fehlt. Das Aufgenommene ist unberührt. Packen Sie noch einmal mit holdfast queue export.</translation>
    </message>
    <message>
        <source>The suitcase {suitcase} was packed for another receiver than the one that this computer sends to now. What was recorded is untouched. Pack a new one with holdfast queue export.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>Der Koffer {suitcase} wurde für einen anderen Empfänger gepackt als den, an den dieser Computer jetzt sendet. Das Aufgenommene ist unberührt. Packen Sie einen neuen mit holdfast queue export.</translation>
    </message>
    <message>
        <source>{recording} still to be sent; safe on this computer.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>{recording} noch zu senden; auf diesem Computer sicher.</translation>
    </message>
    <message>
        <source>The queue was built anew from {recording} on disk.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>Die Warteschlange wurde aus {recording} auf der Festplatte neu aufgebaut.</translation>
    </message>
    <message>
        <source>The disk is nearly full.</source>
        <extracomment>desktop/ui/texts.py, SPACE_LOW_TITLE</extracomment>
        <translation>Die Festplatte ist fast voll.</translation>
    </message>
    <message>
        <source>The recording ended because the disk is nearly full.</source>
        <extracomment>desktop/ui/texts.py, ENDED_FOR_SPACE_TITLE</extracomment>
        <translation>Die Aufnahme endete, weil die Festplatte fast voll ist.</translation>
    </message>
    <message>
        <source>Recording in the overflow folder.</source>
        <extracomment>desktop/ui/texts.py, IN_OVERFLOW_TITLE</extracomment>
        <translation>Es wird in den Ausweichordner aufgenommen.</translation>
    </message>
    <message>
        <source>OK</source>
        <extracomment>desktop/ui/texts.py, DISMISS</extracomment>
        <translation>OK</translation>
    </message>
    <message>
        <source>Not known</source>
        <extracomment>desktop/ui/texts.py, SPACE_UNKNOWN</extracomment>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>The disk does not say how much is free.</source>
        <extracomment>desktop/ui/texts.py, SPACE_UNKNOWN_SENTENCE</extracomment>
        <translation>Die Festplatte sagt nicht, wie viel frei ist.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <extracomment>desktop/ui/texts.py, NOTHING_TO_SEND</extracomment>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Recordings are sent by themselves as soon as they are made.</source>
        <extracomment>desktop/ui/texts.py, SENT_BY_THEMSELVES</extracomment>
        <translation>Aufnahmen werden von selbst gesendet, sobald sie gemacht sind.</translation>
    </message>
    <message numerus="yes">
        <source>The recording is verified at the receiver.|All %n recordings are verified at the receiver.</source>
        <extracomment>desktop/ui/texts.py, ALL_VERIFIED</extracomment>
        <translation>
            <numerusform>Die Aufnahme ist beim Empfänger geprüft.</numerusform>
            <numerusform>Alle %n Aufnahmen sind beim Empfänger geprüft.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending goes on by itself.</source>
        <extracomment>desktop/ui/texts.py, SENDING_BY_ITSELF</extracomment>
        <translation>Das Senden geht von selbst weiter.</translation>
    </message>
    <message>
        <source>Sent while it is recorded. All segments so far have arrived.</source>
        <extracomment>desktop/ui/texts.py, SENT_WHILE_RECORDED</extracomment>
        <translation>Wird während der Aufnahme gesendet. Alle bisherigen Abschnitte sind angekommen.</translation>
    </message>
    <message>
        <source>Sent while it is recorded. {left} on the way.</source>
        <extracomment>desktop/ui/texts.py, SENT_WHILE_RECORDED_LEFT</extracomment>
        <translation>Wird während der Aufnahme gesendet. {left} unterwegs.</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting|%n waiting</source>
        <extracomment>desktop/ui/texts.py, N_WAITING</extracomment>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending · %n recording|Sending · %n recordings</source>
        <extracomment>desktop/ui/texts.py, SENDING_N</extracomment>
        <translation>
            <numerusform>Sendet · %n Aufnahme</numerusform>
            <numerusform>Sendet · %n Aufnahmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{state} · %n waiting|{state} · %n waiting</source>
        <extracomment>desktop/ui/texts.py, STATE_AND_WAITING</extracomment>
        <translation>
            <numerusform>{state} · %n wartet</numerusform>
            <numerusform>{state} · %n warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording needs you|%n recordings need you</source>
        <extracomment>desktop/ui/queue_texts.py, NEEDS_TITLE</extracomment>
        <translation>
            <numerusform>%n Aufnahme braucht Sie</numerusform>
            <numerusform>%n Aufnahmen brauchen Sie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Verified · receiver prepares %n video|Verified · receiver prepares %n videos</source>
        <extracomment>desktop/ui/texts.py, VERIFIED_PREPARING</extracomment>
        <translation>
            <numerusform>Geprüft · Empfänger bereitet %n Video vor</numerusform>
            <numerusform>Geprüft · Empfänger bereitet %n Videos vor</numerusform>
        </translation>
    </message>
    <message>
        <source>The reason stands beside it in the list.</source>
        <extracomment>desktop/ui/texts.py, REASON_IN_LIST</extracomment>
        <translation>Der Grund steht in der Liste daneben.</translation>
    </message>
    <message>
        <source>Recording, {length}.</source>
        <extracomment>desktop/ui/texts.py, TRAY_RECORDING</extracomment>
        <translation>Aufnahme, {length}.</translation>
    </message>
    <message>
        <source>Recording, {length}. Space for {space}.</source>
        <extracomment>desktop/ui/texts.py, TRAY_RECORDING_SPACE</extracomment>
        <translation>Aufnahme, {length}. Platz für {space}.</translation>
    </message>
    <message>
        <source>The recording&apos;s clock goes on: {length}</source>
        <extracomment>desktop/ui/texts.py, PAUSED_LINE</extracomment>
        <translation>Die Uhr der Aufnahme läuft weiter: {length}</translation>
    </message>
    <message>
        <source>Paused for {span}. Nothing is being recorded.</source>
        <extracomment>desktop/ui/texts.py, PAUSED_LONG</extracomment>
        <translation>Seit {span} angehalten. Es wird nichts aufgenommen.</translation>
    </message>
    <message>
        <source>Press P to go on, or stop the recording.</source>
        <extracomment>desktop/ui/texts.py, PAUSED_NEXT</extracomment>
        <translation>Drücken Sie P, um weiterzumachen, oder stoppen Sie die Aufnahme.</translation>
    </message>
    <message>
        <source>The recording is still paused.</source>
        <extracomment>desktop/ui/texts.py, PAUSED_LONG_TITLE</extracomment>
        <translation>Die Aufnahme ist noch angehalten.</translation>
    </message>
    <message>
        <source>Recording paused for {length}. Nothing is being recorded.</source>
        <extracomment>desktop/ui/texts.py, TRAY_PAUSED</extracomment>
        <translation>Aufnahme seit {length} angehalten. Es wird nichts aufgenommen.</translation>
    </message>
    <message>
        <source>Recording. {sentence}</source>
        <extracomment>desktop/ui/texts.py, TRAY_PROBLEM</extracomment>
        <translation>Aufnahme läuft. {sentence}</translation>
    </message>
    <message>
        <source>It stopped. The picture goes on and the silence is noted. Check its plug: it is heard again as soon as it is back.</source>
        <extracomment>desktop/ui/texts.py, SOUND_LOST</extracomment>
        <translation>Es ist stehen geblieben. Das Bild geht weiter, und die Stille wird vermerkt. Prüfen Sie den Stecker: Es ist wieder zu hören, sobald es da ist.</translation>
    </message>
    <message>
        <source>“{microphone}” stopped. The picture goes on and the silence is noted. Check its plug: it is heard again as soon as it is back.</source>
        <extracomment>desktop/ui/texts.py, SOUND_OF_LOST</extracomment>
        <translation>„{microphone}“ ist stehen geblieben. Das Bild geht weiter, und die Stille wird vermerkt. Prüfen Sie den Stecker: Es ist wieder zu hören, sobald es da ist.</translation>
    </message>
    <message>
        <source>Use “{name}”</source>
        <extracomment>desktop/ui/texts.py, USE_DEVICE</extracomment>
        <translation>„{name}“ benutzen</translation>
    </message>
    <message numerus="yes">
        <source>Sending %n recording, {amount} left.|Sending %n recordings, {amount} left.</source>
        <extracomment>desktop/ui/texts.py, TRAY_SENDING</extracomment>
        <translation>
            <numerusform>%n Aufnahme wird gesendet, noch {amount}.</numerusform>
            <numerusform>%n Aufnahmen werden gesendet, noch {amount}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending %n recording, {amount} left ({pace}).|Sending %n recordings, {amount} left ({pace}).</source>
        <extracomment>desktop/ui/texts.py, TRAY_SENDING_PACE</extracomment>
        <translation>
            <numerusform>%n Aufnahme wird gesendet, noch {amount} ({pace}).</numerusform>
            <numerusform>%n Aufnahmen werden gesendet, noch {amount} ({pace}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording to send. {why}|%n recordings to send. {why}</source>
        <extracomment>desktop/ui/texts.py, TRAY_WAITING</extracomment>
        <translation>
            <numerusform>%n Aufnahme zu senden. {why}</numerusform>
            <numerusform>%n Aufnahmen zu senden. {why}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording to send, the oldest since {since}. {why}|%n recordings to send, the oldest since {since}. {why}</source>
        <extracomment>desktop/ui/texts.py, TRAY_WAITING_SINCE</extracomment>
        <translation>
            <numerusform>%n Aufnahme zu senden, die älteste seit {since}. {why}</numerusform>
            <numerusform>%n Aufnahmen zu senden, die älteste seit {since}. {why}</numerusform>
        </translation>
    </message>
    <message>
        <source>Holdfast is getting ready.</source>
        <extracomment>desktop/ui/texts.py, TRAY_READING</extracomment>
        <translation>Holdfast macht sich bereit.</translation>
    </message>
    <message>
        <source>Nothing to send.</source>
        <extracomment>desktop/ui/texts.py, TRAY_EMPTY</extracomment>
        <translation>Nichts zu senden.</translation>
    </message>
    <message>
        <source>All recordings are verified at the receiver.</source>
        <extracomment>desktop/ui/texts.py, TRAY_VERIFIED</extracomment>
        <translation>Alle Aufnahmen sind beim Empfänger geprüft.</translation>
    </message>
    <message numerus="yes">
        <source>Received and verified. The receiver still prepares %n video.|Received and verified. The receiver still prepares %n videos.</source>
        <extracomment>desktop/ui/texts.py, TRAY_CHECKING</extracomment>
        <translation>
            <numerusform>Empfangen und geprüft. Der Empfänger bereitet noch %n Video vor.</numerusform>
            <numerusform>Empfangen und geprüft. Der Empfänger bereitet noch %n Videos vor.</numerusform>
        </translation>
    </message>
    <message>
        <source>Retry failed ({count})</source>
        <extracomment>desktop/ui/texts.py, RETRY_FAILED</extracomment>
        <translation>Fehlgeschlagene erneut versuchen ({count})</translation>
    </message>
    <message numerus="yes">
        <source>Quit (%n upload continues next time)|Quit (%n uploads continue next time)</source>
        <extracomment>desktop/ui/texts.py, QUIT_UNSENT</extracomment>
        <translation>
            <numerusform>Beenden (%n Übertragung geht beim nächsten Mal weiter)</numerusform>
            <numerusform>Beenden (%n Übertragungen gehen beim nächsten Mal weiter)</numerusform>
        </translation>
    </message>
    <message>
        <source>No sound yet</source>
        <extracomment>desktop/ui/texts.py, NO_SOUND_YET</extracomment>
        <translation>Noch kein Ton</translation>
    </message>
    <message>
        <source>Silent</source>
        <extracomment>desktop/ui/texts.py, SILENT</extracomment>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Quiet</source>
        <extracomment>desktop/ui/texts.py, QUIET</extracomment>
        <translation>Leise</translation>
    </message>
    <message>
        <source>Good level</source>
        <extracomment>desktop/ui/kiosk/texts.py, LEVEL_GOOD</extracomment>
        <translation>Guter Pegel</translation>
    </message>
    <message>
        <source>Too loud</source>
        <extracomment>desktop/ui/kiosk/texts.py, LEVEL_LOUD</extracomment>
        <translation>Zu laut</translation>
    </message>
    <message>
        <source>Choose &amp;another</source>
        <extracomment>desktop/ui/device_texts.py, CHOOSE_ANOTHER_MNEMONIC</extracomment>
        <translation>Anderes &amp;Gerät wählen</translation>
    </message>
    <message>
        <source>Choose another device</source>
        <extracomment>desktop/ui/device_texts.py, CHOOSE_ANOTHER</extracomment>
        <translation>Ein anderes Gerät wählen</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <extracomment>desktop/ui/device_texts.py, CHANGE_DEVICES_MNEMONIC</extracomment>
        <translation>Ä&amp;ndern …</translation>
    </message>
    <message>
        <source>Choose another camera or microphone, also while recording</source>
        <extracomment>desktop/ui/device_texts.py, CHANGE_DEVICES_HINT</extracomment>
        <translation>Eine andere Kamera oder ein anderes Mikrofon wählen, auch während der Aufnahme</translation>
    </message>
    <message>
        <source>Camera and microphone</source>
        <extracomment>desktop/ui/device_texts.py, DEVICES_TITLE</extracomment>
        <translation>Kamera und Mikrofon</translation>
    </message>
    <message>
        <source>Camera and microphone…</source>
        <extracomment>desktop/ui/device_texts.py, DEVICES_MENU</extracomment>
        <translation>Kamera und Mikrofon …</translation>
    </message>
    <message>
        <source>Cameras</source>
        <extracomment>desktop/ui/device_texts.py, CAMERAS</extracomment>
        <translation>Kameras</translation>
    </message>
    <message>
        <source>Microphones</source>
        <extracomment>desktop/ui/device_texts.py, MICROPHONES</extracomment>
        <translation>Mikrofone</translation>
    </message>
    <message>
        <source>Place</source>
        <extracomment>desktop/ui/device_texts.py, WHICH_CAMERA</extracomment>
        <translation>Platz</translation>
    </message>
    <message>
        <source>&amp;Use these</source>
        <extracomment>desktop/ui/device_texts.py, USE_DEVICES_MNEMONIC</extracomment>
        <translation>Diese &amp;benutzen</translation>
    </message>
    <message>
        <source>Use these devices</source>
        <extracomment>desktop/ui/device_texts.py, USE_DEVICES</extracomment>
        <translation>Diese Geräte benutzen</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <extracomment>desktop/ui/device_texts.py, LOOK_AGAIN_MNEMONIC</extracomment>
        <translation>Noch einmal &amp;suchen</translation>
    </message>
    <message>
        <source>Look for devices again</source>
        <extracomment>desktop/ui/device_texts.py, LOOK_AGAIN</extracomment>
        <translation>Noch einmal nach Geräten suchen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>desktop/ui/kiosk/texts.py, CANCEL</extracomment>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Looking for cameras and microphones…</source>
        <extracomment>desktop/ui/device_texts.py, LOOKING_FOR_DEVICES</extracomment>
        <translation>Kameras und Mikrofone werden gesucht …</translation>
    </message>
    <message>
        <source>No camera was found. Plug one in, then look again.</source>
        <extracomment>desktop/ui/device_texts.py, NO_CAMERAS</extracomment>
        <translation>Es wurde keine Kamera gefunden. Schließen Sie eine an und suchen Sie noch einmal.</translation>
    </message>
    <message>
        <source>What you choose is opened at once.</source>
        <extracomment>desktop/ui/device_texts.py, DEVICES_IDLE</extracomment>
        <translation>Was Sie wählen, wird sofort geöffnet.</translation>
    </message>
    <message>
        <source>A recording is running. It goes on with what you choose, in a new part; the change takes a few seconds, and the gap is noted.</source>
        <extracomment>desktop/ui/device_texts.py, DEVICES_RECORDING</extracomment>
        <translation>Es läuft eine Aufnahme. Sie geht mit dem, was Sie wählen, in einem neuen Teil weiter; der Wechsel dauert einige Sekunden, und die Lücke wird vermerkt.</translation>
    </message>
    <message>
        <source>Changing the device.</source>
        <extracomment>desktop/ui/device_texts.py, CHANGING_DEVICE_TITLE</extracomment>
        <translation>Das Gerät wird gewechselt.</translation>
    </message>
    <message>
        <source>Opening what you chose…</source>
        <extracomment>desktop/ui/device_texts.py, CHANGING_TITLE</extracomment>
        <translation>Was Sie gewählt haben, wird geöffnet …</translation>
    </message>
    <message>
        <source>Built-in test tone</source>
        <extracomment>desktop/ui/device_texts.py, BUILT_IN_TONE</extracomment>
        <translation>Eingebauter Testton</translation>
    </message>
    <message>
        <source>not plugged in</source>
        <extracomment>desktop/ui/device_texts.py, NOT_PLUGGED_IN</extracomment>
        <translation>nicht angeschlossen</translation>
    </message>
    <message>
        <source>in use</source>
        <extracomment>desktop/ui/device_texts.py, IN_USE</extracomment>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>in use for another picture here</source>
        <extracomment>desktop/ui/device_texts.py, IN_USE_ELSEWHERE</extracomment>
        <translation>in Gebrauch für ein anderes Bild hier</translation>
    </message>
    <message>
        <source>The system’s default</source>
        <extracomment>desktop/ui/device_texts.py, SYSTEM_DEFAULT</extracomment>
        <translation>Das Standardmikrofon des Systems</translation>
    </message>
    <message>
        <source>The system’s default: {name}</source>
        <extracomment>desktop/ui/device_texts.py, SYSTEM_DEFAULT_IS</extracomment>
        <translation>Das Standardmikrofon des Systems: {name}</translation>
    </message>
    <message>
        <source>Picture {number}: {name}</source>
        <extracomment>desktop/ui/device_texts.py, PLACE_OF_CAMERA</extracomment>
        <translation>Bild {number}: {name}</translation>
    </message>
    <message>
        <source>Pause sending</source>
        <extracomment>desktop/ui/sending_texts.py, PAUSE_SENDING</extracomment>
        <translation>Senden anhalten</translation>
    </message>
    <message>
        <source>Pause se&amp;nding</source>
        <extracomment>desktop/ui/sending_texts.py, PAUSE_SENDING_MNEMONIC</extracomment>
        <translation>S&amp;enden anhalten</translation>
    </message>
    <message>
        <source>Send nothing for a while; recording goes on</source>
        <extracomment>desktop/ui/queue_texts.py, PAUSE_HINT</extracomment>
        <translation>Eine Weile nichts senden; die Aufnahme geht weiter</translation>
    </message>
    <message>
        <source>For an hour</source>
        <extracomment>desktop/ui/sending_texts.py, PAUSE_HOUR</extracomment>
        <translation>Für eine Stunde</translation>
    </message>
    <message>
        <source>Until I resume</source>
        <extracomment>desktop/ui/sending_texts.py, PAUSE_OPEN</extracomment>
        <translation>Bis ich es fortsetze</translation>
    </message>
    <message>
        <source>Resume sending</source>
        <extracomment>desktop/ui/sending_texts.py, RESUME_SENDING</extracomment>
        <translation>Senden fortsetzen</translation>
    </message>
    <message>
        <source>R&amp;esume sending</source>
        <extracomment>desktop/ui/queue_texts.py, RESUME</extracomment>
        <translation>Senden &amp;fortsetzen</translation>
    </message>
    <message>
        <source>Send what waits again</source>
        <extracomment>desktop/ui/queue_texts.py, RESUME_HINT</extracomment>
        <translation>Wieder senden, was wartet</translation>
    </message>
    <message>
        <source>Sending is paused.</source>
        <extracomment>desktop/ui/queue_texts.py, DONE_PAUSED_ALL</extracomment>
        <translation>Das Senden ist angehalten.</translation>
    </message>
    <message>
        <source>Speed while recording</source>
        <extracomment>desktop/ui/sending_texts.py, SPEED</extracomment>
        <translation>Tempo während der Aufnahme</translation>
    </message>
    <message>
        <source>Full speed</source>
        <extracomment>desktop/ui/sending_texts.py, SPEEDS</extracomment>
        <translation>Volles Tempo</translation>
    </message>
    <message>
        <source>Gentle: half of the line</source>
        <extracomment>desktop/ui/sending_texts.py, SPEEDS</extracomment>
        <translation>Sanft: die halbe Leitung</translation>
    </message>
    <message>
        <source>Send nothing while recording</source>
        <extracomment>desktop/ui/sending_texts.py, SPEEDS</extracomment>
        <translation>Während der Aufnahme nichts senden</translation>
    </message>
    <message>
        <source>Settings…</source>
        <extracomment>desktop/ui/sending_texts.py, SETTINGS_MENU</extracomment>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>desktop/ui/sending_texts.py, SETTINGS_TITLE</extracomment>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Sending</source>
        <extracomment>desktop/ui/queue_texts.py, SENDING</extracomment>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Recordings are safe on this computer whether they are sent or not. These rules only say when they leave it. They hold from the moment they are saved.</source>
        <extracomment>desktop/ui/sending_texts.py, SENDING_PAGE_HINT</extracomment>
        <translation>Aufnahmen sind auf diesem Computer sicher, ob sie gesendet sind oder nicht. Diese Regeln sagen nur, wann sie ihn verlassen. Sie gelten von dem Augenblick an, in dem sie gespeichert sind.</translation>
    </message>
    <message>
        <source>Speed &amp;limit</source>
        <extracomment>desktop/ui/sending_texts.py, RATE_LIMIT_MNEMONIC</extracomment>
        <translation>&amp;Tempogrenze</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <extracomment>desktop/ui/sending_texts.py, RATE_LIMIT</extracomment>
        <translation>Tempogrenze</translation>
    </message>
    <message>
        <source>No limit</source>
        <extracomment>desktop/ui/sending_texts.py, NO_LIMIT</extracomment>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source>&amp;While recording</source>
        <extracomment>desktop/ui/sending_texts.py, WHILE_RECORDING_MNEMONIC</extracomment>
        <translation>&amp;Während der Aufnahme</translation>
    </message>
    <message>
        <source>While recording</source>
        <extracomment>desktop/ui/sending_texts.py, WHILE_RECORDING</extracomment>
        <translation>Während der Aufnahme</translation>
    </message>
    <message>
        <source>&amp;Quiet hours</source>
        <extracomment>desktop/ui/sending_texts.py, QUIET_HOURS_MNEMONIC</extracomment>
        <translation>&amp;Ruhezeiten</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <extracomment>desktop/ui/sending_texts.py, QUIET_HOURS</extracomment>
        <translation>Ruhezeiten</translation>
    </message>
    <message>
        <source>None. For example 08:00-18:00, 22:00-06:00</source>
        <extracomment>desktop/ui/sending_texts.py, QUIET_HOURS_EMPTY</extracomment>
        <translation>Keine. Zum Beispiel 08:00-18:00, 22:00-06:00</translation>
    </message>
    <message>
        <source>&amp;Data a day</source>
        <extracomment>desktop/ui/sending_texts.py, DAILY_BUDGET_MNEMONIC</extracomment>
        <translation>&amp;Daten pro Tag</translation>
    </message>
    <message>
        <source>Data a day</source>
        <extracomment>desktop/ui/sending_texts.py, DAILY_BUDGET</extracomment>
        <translation>Daten pro Tag</translation>
    </message>
    <message>
        <source>&amp;Metered connections</source>
        <extracomment>desktop/ui/sending_texts.py, ON_METERED_MNEMONIC</extracomment>
        <translation>&amp;Getaktete Verbindungen</translation>
    </message>
    <message>
        <source>Metered connections</source>
        <extracomment>desktop/ui/sending_texts.py, ON_METERED</extracomment>
        <translation>Getaktete Verbindungen</translation>
    </message>
    <message>
        <source>Send all the same</source>
        <extracomment>desktop/ui/sending_texts.py, ON_METERED_CHOICES</extracomment>
        <translation>Trotzdem senden</translation>
    </message>
    <message>
        <source>Wait for another network</source>
        <extracomment>desktop/ui/sending_texts.py, ON_METERED_CHOICES</extracomment>
        <translation>Auf ein anderes Netz warten</translation>
    </message>
    <message>
        <source>&amp;Never send on</source>
        <extracomment>desktop/ui/sending_texts.py, WAIT_ON_MNEMONIC</extracomment>
        <translation>&amp;Nie senden über</translation>
    </message>
    <message>
        <source>Never send on</source>
        <extracomment>desktop/ui/sending_texts.py, WAIT_ON</extracomment>
        <translation>Nie senden über</translation>
    </message>
    <message>
        <source>None. Names of connections, with commas</source>
        <extracomment>desktop/ui/sending_texts.py, WAIT_ON_EMPTY</extracomment>
        <translation>Keine. Namen von Verbindungen, mit Kommas</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <extracomment>desktop/ui/sending_texts.py, SAVE_MNEMONIC</extracomment>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save the settings</source>
        <extracomment>desktop/ui/sending_texts.py, SAVE</extracomment>
        <translation>Die Einstellungen speichern</translation>
    </message>
    <message>
        <source>Pictures are lost, and each is counted. Close other programs, or choose a smaller picture for the next recording.</source>
        <extracomment>desktop/recording/overload.py</extracomment>
        <translation>Bilder gehen verloren, und jedes wird gezählt. Schließen Sie andere Programme, oder wählen Sie für die nächste Aufnahme ein kleineres Bild.</translation>
    </message>
    <message>
        <source>The source is under the MIT licence. PyAV contains x264: a bundle that contains it is distributed under GPL-3.0-or-later. Qt for Python is used under LGPL-3.0, the typeface Inter under the SIL Open Font License 1.1.</source>
        <extracomment>desktop/ui/help/texts.py, ABOUT_LICENCE</extracomment>
        <translation>Der Quelltext steht unter der MIT-Lizenz. PyAV enthält x264: Ein Paket damit wird unter GPL-3.0-or-later verbreitet. Qt for Python wird unter LGPL-3.0 benutzt, die Schrift Inter unter der SIL Open Font License 1.1.</translation>
    </message>
    <message>
        <source>The receiver on this computer is not ready after 2 minutes. Recordings are safe and wait; try again when this computer has less to do.</source>
        <extracomment>desktop/own_receiver.py</extracomment>
        <translation>Der Empfänger auf diesem Computer ist nach 2 Minuten nicht bereit. Die Aufnahmen sind sicher und warten; versuchen Sie es noch einmal, wenn dieser Computer weniger zu tun hat.</translation>
    </message>
    <message>
        <source>Nothing of the recording was saved within {BEGIN_S} s. This computer has too much else to do; try the drill again later.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>Innerhalb von {BEGIN_S} s wurde nichts von der Aufnahme gespeichert. Dieser Computer hat zu viel anderes zu tun; versuchen Sie die Übung später noch einmal.</translation>
    </message>
</context>
</TS>
