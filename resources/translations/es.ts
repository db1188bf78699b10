<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Holdfast</name>
    <message>
        <source>A recording is running already.</source>
        <extracomment>desktop/app.py</extracomment>
        <translation>Ya hay una grabación en curso.</translation>
    </message>
    <message>
        <source>Changing to the {devices} that you chose. What was recorded is safe; recording goes on in a moment, and the gap is noted.</source>
        <extracomment>desktop/choosing.py</extracomment>
        <translation>Cambiando lo que usted eligió: {devices}. Lo grabado está a salvo; la grabación continúa enseguida y la interrupción queda anotada.</translation>
    </message>
    <message>
        <source>It failed while recording {recording}.</source>
        <extracomment>desktop/deck.py</extracomment>
        <translation>Falló al grabar {recording}.</translation>
    </message>
    <message>
        <source>The recording&apos;s manifest could not be written ({error}). Everything recorded is safe in {path}, and the next start finishes it.</source>
        <extracomment>desktop/deck.py</extracomment>
        <translation>No se pudo escribir el manifiesto de la grabación ({error}). Todo lo grabado está a salvo en {path}; el próximo inicio lo completa.</translation>
    </message>
    <message>
        <source>Enter the receiver&apos;s address. Your study team has it.</source>
        <extracomment>desktop/enrolling.py</extracomment>
        <translation>Introduzca la dirección del receptor. La tiene su equipo de estudio.</translation>
    </message>
    <message>
        <source>Enter the enrolment code. Your study team makes one for each computer.</source>
        <extracomment>desktop/enrolling.py</extracomment>
        <translation>Introduzca el código de inscripción. Su equipo de estudio crea uno para cada equipo.</translation>
    </message>
    <message>
        <source>This is no invitation to a receiver. Nothing was changed; ask your study team for another one.</source>
        <extracomment>desktop/enrolling.py</extracomment>
        <translation>Esto no es una invitación a un receptor. No se cambió nada; pida otra a su equipo de estudio.</translation>
    </message>
    <message>
        <source>What was recorded is safe, and recording goes on with it. Is that right?</source>
        <extracomment>desktop/expected.py</extracomment>
        <translation>Lo grabado está a salvo y la grabación continúa con él. ¿Es correcto?</translation>
    </message>
    <message>
        <source>Recording works with it. Is that right?</source>
        <extracomment>desktop/expected.py</extracomment>
        <translation>La grabación funciona con él. ¿Es correcto?</translation>
    </message>
    <message>
        <source>Permission denied: {there}</source>
        <extracomment>desktop/first_start.py</extracomment>
        <translation>Permiso denegado: {there}</translation>
    </message>
    <message>
        <source>Nothing has reached the disk for 3 seconds, although the camera works. What was written before is safe. Check the disk and its cable; if this does not end, stop and keep the recording.</source>
        <extracomment>desktop/growth.py</extracomment>
        <translation>Desde hace 3 segundos no llega nada al disco, aunque la cámara funciona. Lo escrito antes está a salvo. Revise el disco y su cable; si esto no termina, detenga y conserve la grabación.</translation>
    </message>
    <message>
        <source>A PIN has {LEAST_DIGITS} to {MOST_DIGITS} digits and nothing else.</source>
        <extracomment>desktop/operator_pin.py</extracomment>
        <translation>Un PIN tiene de {LEAST_DIGITS} a {MOST_DIGITS} cifras y nada más.</translation>
    </message>
    <message>
        <source>The receiver on this computer did not start. Recordings are safe and wait; {log_file} says why.</source>
        <extracomment>desktop/own_receiver.py</extracomment>
        <translation>El receptor de este equipo no se inició. Las grabaciones están a salvo y esperan; {log_file} dice por qué.</translation>
    </message>
    <message>
        <source>The receiver on this computer did not answer in time. Nothing was changed; try again when this computer has less to do.</source>
        <extracomment>desktop/own_receiver.py</extracomment>
        <translation>El receptor de este equipo no respondió a tiempo. No se cambió nada; inténtelo de nuevo cuando este equipo tenga menos que hacer.</translation>
    </message>
    <message>
        <source>The receiver did not say why not.</source>
        <extracomment>desktop/own_receiver.py</extracomment>
        <translation>El receptor no dijo por qué no.</translation>
    </message>
    <message>
        <source>This recording cannot be played here. Its files are untouched.</source>
        <extracomment>desktop/playback/player.py</extracomment>
        <translation>Esta grabación no se puede reproducir aquí. Sus archivos están intactos.</translation>
    </message>
    <message>
        <source>There is no video of this recording on this computer.</source>
        <extracomment>desktop/playback/timeline.py</extracomment>
        <translation>No hay ningún vídeo de esta grabación en este equipo.</translation>
    </message>
    <message>
        <source>Nothing of {name} is finished yet. Try again in a moment.</source>
        <extracomment>desktop/playback/timeline.py</extracomment>
        <translation>Aún no hay nada terminado de {name}. Inténtelo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>{name} is not on this computer any more. What the receiver confirmed may be deleted here; play it there.</source>
        <extracomment>desktop/playback/timeline.py</extracomment>
        <translation>{name} ya no está en este equipo. Lo que el receptor confirmó puede borrarse aquí; reprodúzcalo allí.</translation>
    </message>
    <message>
        <source>{name} cannot be played ({said}). The file is untouched.</source>
        <extracomment>desktop/playback/timeline.py</extracomment>
        <translation>No se puede reproducir {name} ({said}). El archivo está intacto.</translation>
    </message>
    <message>
        <source>The pictures were not checked: there was no memory to show them in.</source>
        <extracomment>desktop/quality_check.py</extracomment>
        <translation>Las imágenes no se comprobaron: no había memoria para mostrarlas.</translation>
    </message>
    <message>
        <source>The pictures were not checked: the recording ended before the first look.</source>
        <extracomment>desktop/quality_check.py</extracomment>
        <translation>Las imágenes no se comprobaron: la grabación terminó antes de la primera comprobación.</translation>
    </message>
    <message>
        <source>The pictures were not checked: the check stopped unexpectedly. The recording is not affected.</source>
        <extracomment>desktop/quality_process.py</extracomment>
        <translation>Las imágenes no se comprobaron: la comprobación se interrumpió. La grabación no se ve afectada.</translation>
    </message>
    <message>
        <source>The pictures were not checked: the check did not answer in time. The recording is not affected.</source>
        <extracomment>desktop/quality_process.py</extracomment>
        <translation>Las imágenes no se comprobaron: la comprobación no respondió a tiempo. La grabación no se ve afectada.</translation>
    </message>
    <message>
        <source>The pictures were not checked: the check was still starting. The recording is not affected.</source>
        <extracomment>desktop/quality_process.py</extracomment>
        <translation>Las imágenes no se comprobaron: la comprobación aún se estaba iniciando. La grabación no se ve afectada.</translation>
    </message>
    <message>
        <source>Camera “{name}” was unplugged or stopped. What was recorded is safe; the recording goes on when it is back, and the gap is noted.</source>
        <extracomment>desktop/recording/camera.py</extracomment>
        <translation>La cámara «{name}» se desconectó o se detuvo. Lo grabado está a salvo; la grabación continúa cuando vuelva y la interrupción queda anotada.</translation>
    </message>
    <message>
        <source>No camera is connected.</source>
        <extracomment>desktop/recording/camera.py</extracomment>
        <translation>No hay ninguna cámara conectada.</translation>
    </message>
    <message>
        <source>There is no camera {path}; nothing is recorded. {what_there_is} Plug it in and try again.</source>
        <extracomment>desktop/recording/camera.py</extracomment>
        <translation>No hay ninguna cámara {path}; no se graba nada. {what_there_is} Conéctela e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>This user may not open {node}; nothing is recorded. Add the user to the group “video”, then log in again.</source>
        <extracomment>desktop/recording/camera.py</extracomment>
        <translation>Este usuario no puede abrir {node}; no se graba nada. Añádalo al grupo «video» y vuelva a iniciar sesión.</translation>
    </message>
    <message>
        <source>Another program uses camera “{name}”; nothing is recorded. Close that program, then try again.</source>
        <extracomment>desktop/recording/camera.py</extracomment>
        <translation>Otro programa usa la cámara «{name}»; no se graba nada. Cierre ese programa e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Camera “{name}” opened but gave no picture; nothing is recorded. Unplug it and plug it in again, or choose another.</source>
        <extracomment>desktop/recording/camera.py</extracomment>
        <translation>La cámara «{name}» se abrió pero no dio imagen; no se graba nada. Desconéctela y vuelva a conectarla, o elija otra.</translation>
    </message>
    <message>
        <source>The microphone did not answer within 5 seconds. The recording is made without sound. Check the microphone if sound is needed.</source>
        <extracomment>desktop/recording/capture.py</extracomment>
        <translation>El micrófono no respondió en 5 segundos. Se graba sin sonido. Revise el micrófono si necesita sonido.</translation>
    </message>
    <message>
        <source>The recorder has a fault ({name}). What was recorded so far is safe; the details are in the log.</source>
        <extracomment>desktop/recording/capture.py</extracomment>
        <translation>La grabadora tiene un fallo ({name}). Lo grabado hasta ahora está a salvo; los detalles están en el registro.</translation>
    </message>
    <message>
        <source>The sound system could not be asked which microphones there are ({how}). Recording works without sound. Restart the computer&apos;s sound service, then try again.</source>
        <extracomment>desktop/recording/devices.py</extracomment>
        <translation>No se pudo preguntar al sistema de sonido qué micrófonos hay ({how}). Se puede grabar sin sonido. Reinicie el servicio de sonido del equipo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Space for less than 1 minute left at this quality.</source>
        <extracomment>desktop/recording/disk.py</extracomment>
        <translation>Queda espacio para menos de 1 minuto con esta calidad.</translation>
    </message>
    <message>
        <source>Space for {minutes} minute{s} left at this quality.</source>
        <extracomment>desktop/recording/disk.py</extracomment>
        <translation>Queda espacio para {minutes} min con esta calidad.</translation>
    </message>
    <message>
        <source>Not enough space to record ({left} left, {seconds_needed} needed). Nothing was recorded; earlier recordings are safe. Free some space{connect}{shorter}.</source>
        <extracomment>desktop/recording/disk.py</extracomment>
        <translation>No hay espacio suficiente para grabar (quedan {left}, se necesitan {seconds_needed}). No se grabó nada; las grabaciones anteriores están a salvo. Libere espacio{connect}{shorter}.</translation>
    </message>
    <message>
        <source>The first disk is nearly full; recordings go to {folder}.</source>
        <extracomment>desktop/recording/disk.py</extracomment>
        <translation>El primer disco está casi lleno; las grabaciones van a {folder}.</translation>
    </message>
    <message>
        <source>The disk is nearly full. The recording was ended in good order, all of it is safe, and another one goes on at once in {folder}.</source>
        <extracomment>desktop/recording/disk.py</extracomment>
        <translation>El disco está casi lleno. La grabación terminó en orden, toda ella está a salvo, y otra continúa enseguida en {folder}.</translation>
    </message>
    <message>
        <source>The encoder could not be started ({error}). Nothing of this part was recorded.</source>
        <extracomment>desktop/recording/encoder.py</extracomment>
        <translation>No se pudo iniciar el codificador ({error}). No se grabó nada de esta parte.</translation>
    </message>
    <message>
        <source>The encoder stopped ({error}). Every segment that was closed is safe.</source>
        <extracomment>desktop/recording/encoder.py</extracomment>
        <translation>El codificador se detuvo ({error}). Todos los segmentos cerrados están a salvo.</translation>
    </message>
    <message>
        <source>The recording could not go on</source>
        <extracomment>desktop/recording/errors.py</extracomment>
        <translation>La grabación no pudo continuar</translation>
    </message>
    <message>
        <source>No such source</source>
        <extracomment>desktop/recording/errors.py</extracomment>
        <translation>No existe esa fuente</translation>
    </message>
    <message>
        <source>The device is not there</source>
        <extracomment>desktop/recording/errors.py</extracomment>
        <translation>El dispositivo no está</translation>
    </message>
    <message>
        <source>Another program uses the device</source>
        <extracomment>desktop/recording/errors.py</extracomment>
        <translation>Otro programa usa el dispositivo</translation>
    </message>
    <message>
        <source>The device was lost</source>
        <extracomment>desktop/recording/errors.py</extracomment>
        <translation>Se perdió el dispositivo</translation>
    </message>
    <message>
        <source>The picture stands still</source>
        <extracomment>desktop/recording/errors.py</extracomment>
        <translation>La imagen está parada</translation>
    </message>
    <message>
        <source>Another device was chosen</source>
        <extracomment>desktop/recording/errors.py</extracomment>
        <translation>Se eligió otro dispositivo</translation>
    </message>
    <message>
        <source>The source cannot be read</source>
        <extracomment>desktop/recording/errors.py</extracomment>
        <translation>No se puede leer la fuente</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <extracomment>desktop/recording/errors.py</extracomment>
        <translation>El disco está lleno</translation>
    </message>
    <message>
        <source>Not enough space to record</source>
        <extracomment>desktop/recording/errors.py</extracomment>
        <translation>No hay espacio suficiente para grabar</translation>
    </message>
    <message>
        <source>The recordings folder cannot be written</source>
        <extracomment>desktop/recording/errors.py</extracomment>
        <translation>No se puede escribir en la carpeta de grabaciones</translation>
    </message>
    <message>
        <source>The encoder stopped</source>
        <extracomment>desktop/recording/errors.py</extracomment>
        <translation>El codificador se detuvo</translation>
    </message>
    <message>
        <source>The recorder has a fault ({name}: {error}). What was recorded so far is safe; the details are in the log.</source>
        <extracomment>desktop/recording/host.py</extracomment>
        <translation>La grabadora tiene un fallo ({name}: {error}). Lo grabado hasta ahora está a salvo; los detalles están en el registro.</translation>
    </message>
    <message>
        <source>The disk is full ({path}). What was recorded so far is safe. Free some space, then record again.</source>
        <extracomment>desktop/recording/journal_file.py</extracomment>
        <translation>El disco está lleno ({path}). Lo grabado hasta ahora está a salvo. Libere espacio y grabe de nuevo.</translation>
    </message>
    <message>
        <source>{path} cannot be written ({error}). What was recorded so far is safe. Check the folder&apos;s disk, then record again.</source>
        <extracomment>desktop/recording/journal_file.py</extracomment>
        <translation>No se puede escribir {path} ({error}). Lo grabado hasta ahora está a salvo. Revise el disco de la carpeta y grabe de nuevo.</translation>
    </message>
    <message>
        <source>There is no microphone</source>
        <extracomment>desktop/recording/microphone.py</extracomment>
        <translation>No hay micrófono</translation>
    </message>
    <message>
        <source>A file that is read as fast as it decodes leaves no time for sound. Leave out the sound, or let the file run at its own speed.</source>
        <extracomment>desktop/recording/microphone.py</extracomment>
        <translation>Un archivo que se lee lo más rápido posible no deja tiempo para el sonido. Prescinda del sonido o deje que el archivo vaya a su propia velocidad.</translation>
    </message>
    <message>
        <source>There is no microphone. The recording is made without sound. Plug one in and record again if sound is needed.</source>
        <extracomment>desktop/recording/microphone.py</extracomment>
        <translation>No hay micrófono. Se graba sin sonido. Conecte uno y grabe de nuevo si necesita sonido.</translation>
    </message>
    <message>
        <source>The microphone “{name}” could not be opened ({args}). The recording is made without sound. Close other programs that use it if sound is needed.</source>
        <extracomment>desktop/recording/microphone.py</extracomment>
        <translation>No se pudo abrir el micrófono «{name}» ({args}). Se graba sin sonido. Cierre otros programas que lo usen si necesita sonido.</translation>
    </message>
    <message>
        <source>Nothing is lost: the preview is slower and sending waits.</source>
        <extracomment>desktop/recording/overload.py</extracomment>
        <translation>No se pierde nada: la vista previa va más lenta y el envío espera.</translation>
    </message>
    <message>
        <source>Nothing is lost: the preview is slower.</source>
        <extracomment>desktop/recording/overload.py</extracomment>
        <translation>No se pierde nada: la vista previa va más lenta.</translation>
    </message>
    <message>
        <source>Memory is short. Nothing is lost: sending waits while this is recorded.</source>
        <extracomment>desktop/recording/overload.py</extracomment>
        <translation>Hay poca memoria. No se pierde nada: el envío espera mientras se graba.</translation>
    </message>
    <message>
        <source>The recorder has a fault and stopped. What was recorded so far is safe; the details are in the log.</source>
        <extracomment>desktop/recording/parts.py</extracomment>
        <translation>La grabadora tiene un fallo y se detuvo. Lo grabado hasta ahora está a salvo; los detalles están en el registro.</translation>
    </message>
    <message>
        <source>There is no encoder “{encoder}” here. Nothing of this part was recorded.</source>
        <extracomment>desktop/recording/picture_track.py</extracomment>
        <translation>Aquí no hay ningún codificador «{encoder}». No se grabó nada de esta parte.</translation>
    </message>
    <message>
        <source>“{encoder}” encodes no pictures. Nothing of this part was recorded.</source>
        <extracomment>desktop/recording/picture_track.py</extracomment>
        <translation>«{encoder}» no codifica imágenes. No se grabó nada de esta parte.</translation>
    </message>
    <message>
        <source>The camera sends the same picture again and again. What was recorded is safe. It is opened anew by itself; if that does not help, unplug it and plug it in again.</source>
        <extracomment>desktop/recording/picture_watch.py</extracomment>
        <translation>La cámara envía una y otra vez la misma imagen. Lo grabado está a salvo. Se vuelve a abrir sola; si no ayuda, desconéctela y vuelva a conectarla.</translation>
    </message>
    <message>
        <source>The picture has stood still for half a minute. If this camera looks at people, it hangs: unplug it and plug it in again. What was recorded is safe.</source>
        <extracomment>desktop/recording/picture_watch.py</extracomment>
        <translation>La imagen lleva medio minuto parada. Si esta cámara mira a personas, está bloqueada: desconéctela y vuelva a conectarla. Lo grabado está a salvo.</translation>
    </message>
    <message>
        <source>The picture is black. Take off the lens cap, open the camera&apos;s shutter, or switch the light on.</source>
        <extracomment>desktop/recording/picture_watch.py</extracomment>
        <translation>La imagen está negra. Quite la tapa, abra el obturador de la cámara o encienda la luz.</translation>
    </message>
    <message>
        <source>The camera&apos;s picture changed its size to {width} x {height}. What was recorded so far is safe; the recording goes on as a new part.</source>
        <extracomment>desktop/recording/pictures.py</extracomment>
        <translation>La imagen de la cámara cambió de tamaño a {width} x {height}. Lo grabado está a salvo; la grabación continúa como una parte nueva.</translation>
    </message>
    <message>
        <source>Picture and sound look good.</source>
        <extracomment>desktop/ui/kiosk/texts.py, REVIEW_GOOD</extracomment>
        <translation>La imagen y el sonido están bien.</translation>
    </message>
    <message>
        <source>No face was seen{unseen}.</source>
        <extracomment>desktop/recording/quality.py</extracomment>
        <translation>No se vio ninguna cara{unseen}.</translation>
    </message>
    <message>
        <source>The picture was too dark{dark}.</source>
        <extracomment>desktop/recording/quality.py</extracomment>
        <translation>La imagen estaba demasiado oscura{dark}.</translation>
    </message>
    <message>
        <source>The picture was blurred{blurred}.</source>
        <extracomment>desktop/recording/quality.py</extracomment>
        <translation>La imagen estaba borrosa{blurred}.</translation>
    </message>
    <message>
        <source>The picture stood still{frozen}.</source>
        <extracomment>desktop/recording/quality.py</extracomment>
        <translation>La imagen estaba parada{frozen}.</translation>
    </message>
    <message>
        <source>The sound was silent{silent}.</source>
        <extracomment>desktop/recording/quality.py</extracomment>
        <translation>No hubo sonido{silent}.</translation>
    </message>
    <message>
        <source>The sound was too loud and distorted{clipped}.</source>
        <extracomment>desktop/recording/quality.py</extracomment>
        <translation>El sonido estaba demasiado alto y distorsionado{clipped}.</translation>
    </message>
    <message>
        <source>The recording is {duration_s} s long, shorter than {target_s} s.</source>
        <extracomment>desktop/recording/quality.py</extracomment>
        <translation>La grabación dura {duration_s} s, menos de {target_s} s.</translation>
    </message>
    <message>
        <source>The recording is {duration_s} s long, longer than {wanted_s} s.</source>
        <extracomment>desktop/recording/quality.py</extracomment>
        <translation>La grabación dura {duration_s} s, más de {wanted_s} s.</translation>
    </message>
    <message>
        <source>{lost_frames} of {due} pictures were lost.</source>
        <extracomment>desktop/recording/quality.py</extracomment>
        <translation>Se perdieron {lost_frames} de {due} imágenes.</translation>
    </message>
    <message>
        <source>There is no picture in the source; nothing is recorded.</source>
        <extracomment>desktop/recording/recorder.py</extracomment>
        <translation>No hay imagen en la fuente; no se graba nada.</translation>
    </message>
    <message>
        <source>Another program is closing the recording in {path}; nothing is recorded. Start a new recording.</source>
        <extracomment>desktop/recording/one_recording.py</extracomment>
        <translation>Otro programa está cerrando la grabación de {path}; no se graba nada. Empiece una grabación nueva.</translation>
    </message>
    <message>
        <source>The disk is full, so the recording ended here. Everything recorded until now is safe. Free some space before recording again.</source>
        <extracomment>desktop/recording/segment_store.py</extracomment>
        <translation>El disco está lleno; por eso la grabación terminó aquí. Todo lo grabado hasta ahora está a salvo. Libere espacio antes de volver a grabar.</translation>
    </message>
    <message>
        <source>The recordings folder cannot be written to ({reason}). All closed segments are safe. Check the disk before recording again.</source>
        <extracomment>desktop/recording/segment_store.py</extracomment>
        <translation>No se puede escribir en la carpeta de grabaciones ({reason}). Todos los segmentos cerrados están a salvo. Revise el disco antes de volver a grabar.</translation>
    </message>
    <message>
        <source>We cannot hear anything. Is the microphone switched on?</source>
        <extracomment>desktop/recording/sound_watch.py</extracomment>
        <translation>No oímos nada. ¿Está encendido el micrófono?</translation>
    </message>
    <message>
        <source>The sound is too loud and distorted. Turn the microphone down, or move it away.</source>
        <extracomment>desktop/recording/sound_watch.py</extracomment>
        <translation>El sonido está demasiado alto y distorsionado. Baje el micrófono o aléjelo.</translation>
    </message>
    <message>
        <source>We can hardly hear anything. Is this the right microphone, and is it near enough?</source>
        <extracomment>desktop/recording/sound_watch.py</extracomment>
        <translation>Apenas oímos nada. ¿Es el micrófono correcto y está lo bastante cerca?</translation>
    </message>
    <message>
        <source>No stream came from {name}; nothing is recorded from it. Check the address and that the camera is switched on.</source>
        <extracomment>desktop/recording/stream.py</extracomment>
        <translation>No llegó nada de {name}; no se graba nada de ahí. Revise la dirección y que la cámara esté encendida.</translation>
    </message>
    <message>
        <source>The stream from {name} is closed.</source>
        <extracomment>desktop/recording/stream.py</extracomment>
        <translation>La transmisión de {name} está cerrada.</translation>
    </message>
    <message>
        <source>The camera at {name} sends nothing any more. What was recorded is safe; the recording goes on when it is back, and the gap is noted.</source>
        <extracomment>desktop/recording/stream.py</extracomment>
        <translation>La cámara en {name} ya no envía nada. Lo grabado está a salvo; la grabación continúa cuando vuelva y la interrupción queda anotada.</translation>
    </message>
    <message>
        <source>The scene was read before it was opened: nothing is recorded.</source>
        <extracomment>desktop/recording/test_scene.py</extracomment>
        <translation>La escena de prueba se leyó antes de abrirse: no se graba nada.</translation>
    </message>
    <message>
        <source>{path} cannot be read as a video ({why}); nothing was recorded. Choose another file.</source>
        <extracomment>desktop/recording/video_file.py</extracomment>
        <translation>No se puede leer {path} como vídeo ({why}); no se grabó nada. Elija otro archivo.</translation>
    </message>
    <message>
        <source>The writer of the recording failed by a fault of its own. All closed segments are safe; the open one is completed when this recording is next opened.</source>
        <extracomment>desktop/recording/writer.py</extracomment>
        <translation>La escritura de la grabación falló por un defecto propio. Todos los segmentos cerrados están a salvo; el abierto se completa cuando se vuelva a abrir esta grabación.</translation>
    </message>
    <message>
        <source>Another program holds {path}. Nothing was recorded.</source>
        <extracomment>desktop/register.py</extracomment>
        <translation>Otro programa retiene {path}. No se grabó nada.</translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <extracomment>desktop/morning.py</extracomment>
        <translation>No se grabó nada.</translation>
    </message>
    <message>
        <source>Written and synced at {speed} MB/s; {free} GB free, about {hours} h of recording; {free2}.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>Escrito y sincronizado a {speed} MB/s; {free} GB libres, unas {hours} h de grabación; {free2}.</translation>
    </message>
    <message>
        <source>{duration_s} s, {frames} pictures ({duration_s2} a second), {lost_frames} lost.</source>
        <extracomment>desktop/rehearsal.py</extracomment>
        <translation>{duration_s} s, {frames} imágenes ({duration_s2} por segundo), {lost_frames} perdidas.</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller picture in the settings.</source>
        <extracomment>desktop/rehearsal.py</extracomment>
        <translation>Cierre otros programas o elija una imagen más pequeña en los ajustes.</translation>
    </message>
    <message>
        <source>There was no sound to measure.</source>
        <extracomment>desktop/rehearsal.py</extracomment>
        <translation>No había sonido que medir.</translation>
    </message>
    <message>
        <source>Plug in a microphone if sound is needed.</source>
        <extracomment>desktop/rehearsal.py</extracomment>
        <translation>Conecte un micrófono si necesita sonido.</translation>
    </message>
    <message>
        <source>For a measurement, show the camera a screen that flashes with a beep.</source>
        <extracomment>desktop/rehearsal.py</extracomment>
        <translation>Para medir, muestre a la cámara una pantalla que destelle con un pitido.</translation>
    </message>
    <message>
        <source>Sound {mean} ms to the picture, {min} to {max}, in {pairs} flashes.</source>
        <extracomment>desktop/rehearsal.py</extracomment>
        <translation>Sonido {mean} ms respecto a la imagen, de {min} a {max}, en {pairs} destellos.</translation>
    </message>
    <message>
        <source>That is more than one picture ({frame_ms} ms): try another microphone.</source>
        <extracomment>desktop/rehearsal.py</extracomment>
        <translation>Es más de una imagen ({frame_ms} ms): pruebe otro micrófono.</translation>
    </message>
    <message>
        <source>The camera sent the same picture again and again and is being opened anew. What was recorded is safe, and the gap is noted.</source>
        <extracomment>desktop/reopening.py</extracomment>
        <translation>La cámara envió una y otra vez la misma imagen y se está abriendo de nuevo. Lo grabado está a salvo y la interrupción queda anotada.</translation>
    </message>
    <message>
        <source>The source cannot be changed while a recording runs.</source>
        <extracomment>desktop/decks.py</extracomment>
        <translation>No se puede cambiar la fuente mientras se graba.</translation>
    </message>
    <message>
        <source>The devices are in use while a recording runs.</source>
        <extracomment>desktop/decks.py</extracomment>
        <translation>Los dispositivos están en uso mientras se graba.</translation>
    </message>
    <message>
        <source>No source is open; open one first.</source>
        <extracomment>desktop/decks.py</extracomment>
        <translation>No hay ninguna fuente abierta; abra una primero.</translation>
    </message>
    <message>
        <source>A video file is recorded from its beginning to its end; nothing was changed. Stop the recording before you choose another source.</source>
        <extracomment>desktop/decks.py</extracomment>
        <translation>Un archivo de vídeo se graba de principio a fin; no se cambió nada. Detenga la grabación antes de elegir otra fuente.</translation>
    </message>
    <message>
        <source>No source is open; choose a camera first.</source>
        <extracomment>desktop/station.py</extracomment>
        <translation>No hay ninguna fuente abierta; elija primero una cámara.</translation>
    </message>
    <message>
        <source>A tab stands here; indent with spaces.</source>
        <extracomment>desktop/study_nodes.py</extracomment>
        <translation>Aquí hay un tabulador; use espacios para sangrar.</translation>
    </message>
    <message>
        <source>There is a colon too many; put quotes around a text with a colon in it.</source>
        <extracomment>desktop/study_nodes.py</extracomment>
        <translation>Sobran dos puntos; ponga entre comillas el texto que los lleva.</translation>
    </message>
    <message>
        <source>Here a key without its colon was found; write `key: value`.</source>
        <extracomment>desktop/study_nodes.py</extracomment>
        <translation>Aquí hay una clave sin dos puntos; escriba `key: value`.</translation>
    </message>
    <message>
        <source>This line is indented otherwise than those it belongs to.</source>
        <extracomment>desktop/study_nodes.py</extracomment>
        <translation>Esta línea tiene otra sangría que las de su grupo.</translation>
    </message>
    <message>
        <source>Something that was opened is not closed: quotes or brackets.</source>
        <extracomment>desktop/study_nodes.py</extracomment>
        <translation>Algo que se abrió no se cerró: comillas o corchetes.</translation>
    </message>
    <message>
        <source>The file is larger than 1 MiB; that is no study.</source>
        <extracomment>desktop/study_nodes.py</extracomment>
        <translation>El archivo pasa de 1 MiB; eso no es un estudio.</translation>
    </message>
    <message>
        <source>This line is not UTF-8; save the file as UTF-8.</source>
        <extracomment>desktop/study_nodes.py</extracomment>
        <translation>Esta línea no está en UTF-8; guarde el archivo como UTF-8.</translation>
    </message>
    <message>
        <source>A sign stands here that no text has; delete it.</source>
        <extracomment>desktop/study_nodes.py</extracomment>
        <translation>Aquí hay un carácter que ningún texto tiene; bórrelo.</translation>
    </message>
    <message>
        <source>The file is not readable as YAML.</source>
        <extracomment>desktop/study_nodes.py</extracomment>
        <translation>El archivo no se puede leer como YAML.</translation>
    </message>
    <message>
        <source>A study is a list of `key: value` lines.</source>
        <extracomment>desktop/study_nodes.py</extracomment>
        <translation>Un estudio es una lista de líneas `key: value`.</translation>
    </message>
    <message>
        <source>This is not readable as YAML ({problem}).</source>
        <extracomment>desktop/study_nodes.py</extracomment>
        <translation>Esto no se puede leer como YAML ({problem}).</translation>
    </message>
    <message>
        <source>A key must be a plain word.</source>
        <extracomment>desktop/study_nodes.py</extracomment>
        <translation>Una clave debe ser una palabra sencilla.</translation>
    </message>
    <message>
        <source>A {what} is a list of `key: value` lines.</source>
        <extracomment>desktop/study_nodes.py</extracomment>
        <translation>{what} es una lista de líneas `key: value`.</translation>
    </message>
    <message>
        <source>Each of `{key}` must be text; put quotes around it.</source>
        <extracomment>desktop/study_nodes.py</extracomment>
        <translation>Cada elemento de `{key}` debe ser texto; póngalo entre comillas.</translation>
    </message>
    <message>
        <source>A consent says `required: true`; a text that nobody agrees to is a `welcome`.</source>
        <extracomment>desktop/study_reading.py</extracomment>
        <translation>Un consentimiento dice `required: true`; un texto al que nadie da su acuerdo es un `welcome`.</translation>
    </message>
    <message>
        <source>A consent that is recorded says in `say` what is said.</source>
        <extracomment>desktop/study_reading.py</extracomment>
        <translation>Un consentimiento que se graba dice en `say` lo que se pronuncia.</translation>
    </message>
    <message>
        <source>A number that is generated has no pattern, example or list.</source>
        <extracomment>desktop/study_reading.py</extracomment>
        <translation>Un número que se genera no tiene patrón, ejemplo ni lista.</translation>
    </message>
    <message>
        <source>A number has up to {NUMBER_LETTERS} letters: {number}...</source>
        <extracomment>desktop/study_reading.py</extracomment>
        <translation>Un número tiene como mucho {NUMBER_LETTERS} caracteres: {number}...</translation>
    </message>
    <message>
        <source>A `pattern` needs an `example`, which participants are shown.</source>
        <extracomment>desktop/study_reading.py</extracomment>
        <translation>Un `pattern` necesita un `example`, que se muestra a los participantes.</translation>
    </message>
    <message>
        <source>The example {example} does not fit the pattern.</source>
        <extracomment>desktop/study_reading.py</extracomment>
        <translation>El ejemplo {example} no encaja en el patrón.</translation>
    </message>
    <message>
        <source>{odd} of the list does not fit the pattern.</source>
        <extracomment>desktop/study_reading.py</extracomment>
        <translation>{odd} de la lista no encaja en el patrón.</translation>
    </message>
    <message>
        <source>Two prompts are called {name}; each needs an id of its own.</source>
        <extracomment>desktop/study_reading.py</extracomment>
        <translation>Dos tareas se llaman {name}; cada una necesita su propio identificador.</translation>
    </message>
    <message>
        <source>The recorder stopped unexpectedly. What was recorded is safe; another recorder is being started, and the gap is noted.</source>
        <extracomment>desktop/losses.py</extracomment>
        <translation>La grabadora se detuvo de forma inesperada. Lo grabado está a salvo; se está iniciando otra y la interrupción queda anotada.</translation>
    </message>
    <message>
        <source>Another program uses the camera now. What was recorded is safe. Close that program: the recording goes on as soon as the camera is free, and the gap is noted.</source>
        <extracomment>desktop/losses.py</extracomment>
        <translation>Otro programa usa ahora la cámara. Lo grabado está a salvo. Cierre ese programa: la grabación continúa en cuanto la cámara esté libre y la interrupción queda anotada.</translation>
    </message>
    <message>
        <source>The recorder did not answer any more. What was recorded is safe; another recorder is being started, and the gap is noted.</source>
        <extracomment>desktop/losses.py</extracomment>
        <translation>La grabadora dejó de responder. Lo grabado está a salvo; se está iniciando otra y la interrupción queda anotada.</translation>
    </message>
    <message>
        <source>The camera gives no picture any more. What was recorded is safe; waiting for it to come back, and the gap is noted.</source>
        <extracomment>desktop/losses.py</extracomment>
        <translation>La cámara ya no da imagen. Lo grabado está a salvo; se espera a que vuelva y la interrupción queda anotada.</translation>
    </message>
    <message>
        <source>The recorder stopped each time it was started, before the first picture. Nothing was recorded. Choose another camera or microphone, or restart the computer.</source>
        <extracomment>desktop/losses.py</extracomment>
        <translation>La grabadora se detuvo en cada inicio, antes de la primera imagen. No se grabó nada. Elija otra cámara u otro micrófono, o reinicie el equipo.</translation>
    </message>
    <message>
        <source>The sync mark could not be shown: its screen does not answer. The recording goes on without.</source>
        <extracomment>desktop/sync_mark.py</extracomment>
        <translation>No se pudo mostrar la marca de sincronía: su pantalla no responde. La grabación continúa sin ella.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be used ({error}). {safe} Make it writable, or choose another.</source>
        <extracomment>holdfast/command.py</extracomment>
        <translation>No se puede usar la carpeta {folder} ({error}). {safe} Permita la escritura o elija otra.</translation>
    </message>
    <message>
        <source>Recordings go to the first disk only, and nothing is lost.</source>
        <extracomment>holdfast/overflow.py</extracomment>
        <translation>Las grabaciones van solo al primer disco y no se pierde nada.</translation>
    </message>
    <message>
        <source>Another receiver answers at {url} than this computer was enrolled at. Recordings are safe here and nothing is sent. If it is the right one, run holdfast enrol {url2} CODE.</source>
        <extracomment>uploader/acquaintance.py</extracomment>
        <translation>En {url} responde otro receptor que aquel en el que se inscribió este equipo. Las grabaciones están a salvo aquí y no se envía nada. Si es el correcto, ejecute holdfast enrol {url2} CODE.</translation>
    </message>
    <message>
        <source>The receiver at {url} has another key than when this computer was enrolled ({key}, not {receiver_key}). Recordings are safe here and nothing is sent. If holdfast admin identity shows the same key there, run holdfast receiver accept {key2}.</source>
        <extracomment>uploader/acquaintance.py</extracomment>
        <translation>El receptor en {url} tiene otra clave que cuando se inscribió este equipo ({key}, no {receiver_key}). Las grabaciones están a salvo aquí y no se envía nada. Si holdfast admin identity muestra allí la misma clave, ejecute holdfast receiver accept {key2}.</translation>
    </message>
    <message>
        <source>The recording in {path} cannot be read ({error}). Nothing was changed.</source>
        <extracomment>uploader/adopt.py</extracomment>
        <translation>No se puede leer la grabación de {path} ({error}). No se cambió nada.</translation>
    </message>
    <message>
        <source>The annotations cannot be read ({error}).</source>
        <extracomment>uploader/annotation_delivery.py</extracomment>
        <translation>No se pueden leer las anotaciones ({error}).</translation>
    </message>
    <message>
        <source>The annotations cannot be read now ({error}).</source>
        <extracomment>uploader/annotation_delivery.py</extracomment>
        <translation>No se pueden leer ahora las anotaciones ({error}).</translation>
    </message>
    <message>
        <source>The annotations are being changed.</source>
        <extracomment>uploader/annotation_delivery.py</extracomment>
        <translation>Las anotaciones se están cambiando.</translation>
    </message>
    <message>
        <source>The uploader was stopped; the rest is sent at the next start.</source>
        <extracomment>uploader/attempt.py</extracomment>
        <translation>El envío se detuvo; el resto se envía en el próximo inicio.</translation>
    </message>
    <message>
        <source>A recorded file cannot be read now ({error}).</source>
        <extracomment>uploader/attempt.py</extracomment>
        <translation>No se puede leer ahora un archivo grabado ({error}).</translation>
    </message>
    <message>
        <source>What came back was not the answer to what was sent.</source>
        <extracomment>uploader/attempt.py</extracomment>
        <translation>Lo que llegó no era la respuesta a lo enviado.</translation>
    </message>
    <message>
        <source>The receiver found segment {segment} damaged {MISMATCHES_MOST} times, although it is whole on this computer. It is kept; press Retry once the way to the receiver is repaired.</source>
        <extracomment>uploader/attempt.py</extracomment>
        <translation>El receptor encontró dañado {MISMATCHES_MOST} veces el segmento {segment}, aunque en este equipo está intacto. Se conserva; pulse Reintentar cuando el camino al receptor esté reparado.</translation>
    </message>
    <message>
        <source>The receiver takes files of at most {limit_bytes} MB, and this one has {size_bytes} MB. It is safe here; ask your administrator to allow larger ones.</source>
        <extracomment>uploader/attempt.py</extracomment>
        <translation>El receptor acepta archivos de hasta {limit_bytes} MB y este tiene {size_bytes} MB. Está a salvo aquí; pida a su administrador que permita archivos mayores.</translation>
    </message>
    <message>
        <source>Even pieces of {size_bytes} KiB are refused as too large on the way to the receiver. The recording is safe here; ask your administrator to allow larger uploads.</source>
        <extracomment>uploader/attempt.py</extracomment>
        <translation>De camino al receptor se rechazan por grandes incluso trozos de {size_bytes} KiB. La grabación está a salvo aquí; pida a su administrador que permita envíos mayores.</translation>
    </message>
    <message>
        <source>The receiver cannot confirm what it holds; it is too old for that. Nothing was deleted; ask your administrator to update it.</source>
        <extracomment>uploader/confirm.py</extracomment>
        <translation>El receptor no puede confirmar lo que tiene; es demasiado antiguo. No se borró nada; pida a su administrador que lo actualice.</translation>
    </message>
    <message>
        <source>The receiver&apos;s confirmation is not signed with the key that this computer knows. Nothing was deleted; ask your administrator.</source>
        <extracomment>uploader/confirm.py</extracomment>
        <translation>La confirmación del receptor no está firmada con la clave que conoce este equipo. No se borró nada; pregunte a su administrador.</translation>
    </message>
    <message>
        <source>The receiver&apos;s confirmation answers another question. Nothing was deleted; ask your administrator.</source>
        <extracomment>uploader/confirm.py</extracomment>
        <translation>La confirmación del receptor responde a otra pregunta. No se borró nada; pregunte a su administrador.</translation>
    </message>
    <message>
        <source>The receiver does not hold this recording any more. Its copy here stays, and is sent again.</source>
        <extracomment>uploader/confirm.py</extracomment>
        <translation>El receptor ya no tiene esta grabación. La copia de aquí se queda y se envía de nuevo.</translation>
    </message>
    <message>
        <source>It was withdrawn at the receiver. Nothing was deleted here.</source>
        <extracomment>uploader/confirm.py</extracomment>
        <translation>Se retiró en el receptor. Aquí no se borró nada.</translation>
    </message>
    <message>
        <source>The receiver&apos;s manifest of this recording is gone or another one. Nothing was deleted here; ask your administrator to look at the receiver&apos;s disk.</source>
        <extracomment>uploader/confirm.py</extracomment>
        <translation>El manifiesto de esta grabación en el receptor falta o es otro. Aquí no se borró nada; pida a su administrador que revise el disco del receptor.</translation>
    </message>
    <message>
        <source>The receiver&apos;s copy of segment {wrong} is gone or damaged. Nothing was deleted here; ask your administrator to look at the receiver&apos;s disk.</source>
        <extracomment>uploader/confirm.py</extracomment>
        <translation>La copia del segmento {wrong} en el receptor falta o está dañada. Aquí no se borró nada; pida a su administrador que revise el disco del receptor.</translation>
    </message>
    <message>
        <source>A recorded file was changed after it was recorded ({name}). It is kept, and nothing was deleted.</source>
        <extracomment>uploader/confirm.py</extracomment>
        <translation>Un archivo grabado se modificó después de grabarse ({name}). Se conserva y no se borró nada.</translation>
    </message>
    <message>
        <source>Another Holdfast program has the queue open. Recordings are safe; close the other program and try again.</source>
        <extracomment>uploader/database.py</extracomment>
        <translation>Otro programa de Holdfast tiene abierta la cola. Las grabaciones están a salvo; cierre el otro programa e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Another Holdfast program has been opening the queue for too long. Recordings are safe; try again.</source>
        <extracomment>uploader/database.py</extracomment>
        <translation>Otro programa de Holdfast lleva demasiado tiempo abriendo la cola. Las grabaciones están a salvo; inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The queue database does not accept {name}={value} (it has {actual}). Recordings are safe, but nothing can be sent from this disk.</source>
        <extracomment>uploader/database.py</extracomment>
        <translation>La base de datos de la cola no acepta {name}={value} (tiene {actual}). Las grabaciones están a salvo, pero desde este disco no se puede enviar nada.</translation>
    </message>
    <message>
        <source>{path} is not Holdfast&apos;s queue but another program&apos;s database. Recordings are safe; move that file away and try again.</source>
        <extracomment>uploader/database.py</extracomment>
        <translation>{path} no es la cola de Holdfast sino la base de datos de otro programa. Las grabaciones están a salvo; mueva ese archivo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The queue was written by a newer Holdfast (version {version}, this one reads up to {newest}) and was not touched. Recordings are safe; update Holdfast, or build the queue anew from them: holdfast queue rebuild.</source>
        <extracomment>uploader/database.py</extracomment>
        <translation>La cola la escribió un Holdfast más nuevo (versión {version}; este lee hasta la {newest}) y no se tocó. Las grabaciones están a salvo; actualice Holdfast o reconstruya la cola a partir de ellas: holdfast queue rebuild.</translation>
    </message>
    <message>
        <source>The queue database is damaged ({found}).</source>
        <extracomment>uploader/database.py</extracomment>
        <translation>La base de datos de la cola está dañada ({found}).</translation>
    </message>
    <message>
        <source>The queue database is damaged ({error}).</source>
        <extracomment>uploader/database.py</extracomment>
        <translation>La base de datos de la cola está dañada ({error}).</translation>
    </message>
    <message>
        <source>Another process holds the queue database ({error}).</source>
        <extracomment>uploader/database.py</extracomment>
        <translation>Otro proceso retiene la base de datos de la cola ({error}).</translation>
    </message>
    <message>
        <source>The disk is full; the queue was not changed ({error}). Recordings are safe; free some space.</source>
        <extracomment>uploader/database.py</extracomment>
        <translation>El disco está lleno; la cola no se cambió ({error}). Las grabaciones están a salvo; libere espacio.</translation>
    </message>
    <message>
        <source>The queue database failed ({error}).</source>
        <extracomment>uploader/database.py</extracomment>
        <translation>Falló la base de datos de la cola ({error}).</translation>
    </message>
    <message>
        <source>The receiver has the whole recording already, so it cannot be discarded here. Nothing was changed; ask your administrator to withdraw it.</source>
        <extracomment>uploader/decision_rows.py</extracomment>
        <translation>El receptor ya tiene toda la grabación, así que no se puede descartar aquí. No se cambió nada; pida a su administrador que la retire allí.</translation>
    </message>
    <message>
        <source>The recording is being finished at the receiver this moment. Nothing was changed; try again in a few seconds.</source>
        <extracomment>uploader/decision_rows.py</extracomment>
        <translation>El receptor está terminando la grabación en este momento. No se cambió nada; inténtelo de nuevo en unos segundos.</translation>
    </message>
    <message>
        <source>The recording was withdrawn or discarded before. Nothing was changed.</source>
        <extracomment>uploader/decision_rows.py</extracomment>
        <translation>La grabación ya se había retirado o descartado. No se cambió nada.</translation>
    </message>
    <message>
        <source>The queue has no recording {recording}.</source>
        <extracomment>uploader/decision_rows.py</extracomment>
        <translation>La cola no tiene la grabación {recording}.</translation>
    </message>
    <message>
        <source>The recording is still being recorded or looked at. Nothing was changed; end that first.</source>
        <extracomment>uploader/decisions.py</extracomment>
        <translation>La grabación aún está en curso o se está viendo. No se cambió nada; termine eso primero.</translation>
    </message>
    <message>
        <source>It was discarded, and its files here are deleted.</source>
        <extracomment>uploader/decisions.py</extracomment>
        <translation>Se descartó y sus archivos de aquí están borrados.</translation>
    </message>
    <message>
        <source>It was discarded. Nothing of it is left, here or at the receiver.</source>
        <extracomment>uploader/discards.py</extracomment>
        <translation>Se descartó. No queda nada de ella, ni aquí ni en el receptor.</translation>
    </message>
    <message>
        <source>It was discarded here, but the receiver had it whole before and keeps it. Ask your administrator to withdraw it there, then press Retry.</source>
        <extracomment>uploader/discards.py</extracomment>
        <translation>Se descartó aquí, pero el receptor ya la tenía entera y la conserva. Pida a su administrador que la retire allí y luego pulse Reintentar.</translation>
    </message>
    <message>
        <source>The receiver at {url} answered something else than an enrolment ({error}).</source>
        <extracomment>uploader/enrol.py</extracomment>
        <translation>El receptor en {url} respondió algo que no es una inscripción ({error}).</translation>
    </message>
    <message>
        <source>What answers at {url} has the key {told}, and the invitation is from a receiver with the key {key}. Nothing was changed here; ask whoever gave it to you.</source>
        <extracomment>uploader/enrol.py</extracomment>
        <translation>Lo que responde en {url} tiene la clave {told}, y la invitación es de un receptor con la clave {key}. Aquí no se cambió nada; pregunte a quien se la dio.</translation>
    </message>
    <message>
        <source>{url} is not the address of a receiver. Nothing was changed; an address looks like https://receiver.example.org.</source>
        <extracomment>uploader/enrol.py</extracomment>
        <translation>{url} no es la dirección de un receptor. No se cambió nada; una dirección es como https://receiver.example.org.</translation>
    </message>
    <message>
        <source>What answers at {url} is not a Holdfast receiver (status {status}). Nothing was changed; check the address.</source>
        <extracomment>uploader/enrol.py</extracomment>
        <translation>Lo que responde en {url} no es un receptor de Holdfast (estado {status}). No se cambió nada; revise la dirección.</translation>
    </message>
    <message>
        <source>It answered {status}.</source>
        <extracomment>uploader/enrol.py</extracomment>
        <translation>Respondió {status}.</translation>
    </message>
    <message>
        <source>The receiver&apos;s certificate is not valid yet by this computer&apos;s clock. Check the date and time of this computer.</source>
        <extracomment>uploader/faults.py</extracomment>
        <translation>Según el reloj de este equipo, el certificado del receptor aún no es válido. Revise la fecha y la hora de este equipo.</translation>
    </message>
    <message>
        <source>The receiver&apos;s certificate has expired by this computer&apos;s clock. Check the date and time of this computer; if they are right, the receiver needs a new certificate.</source>
        <extracomment>uploader/faults.py</extracomment>
        <translation>Según el reloj de este equipo, el certificado del receptor ha caducado. Revise la fecha y la hora de este equipo; si son correctas, el receptor necesita un certificado nuevo.</translation>
    </message>
    <message>
        <source>What answers in the receiver&apos;s place cannot be trusted ({why}). It may be the login page of a network, or a proxy; nothing is sent to it.</source>
        <extracomment>uploader/faults.py</extracomment>
        <translation>No se puede confiar en lo que responde en lugar del receptor ({why}). Puede ser la página de acceso de una red o un proxy; no se le envía nada.</translation>
    </message>
    <message>
        <source>The connection to the receiver broke.</source>
        <extracomment>uploader/faults.py</extracomment>
        <translation>Se cortó la conexión con el receptor.</translation>
    </message>
    <message>
        <source>The receiver&apos;s address begins with https, but what answers there does not encrypt.</source>
        <extracomment>uploader/faults.py</extracomment>
        <translation>La dirección del receptor empieza por https, pero lo que responde allí no cifra.</translation>
    </message>
    <message>
        <source>No encrypted connection to the receiver can be made ({cause}). Ask whoever looks after it.</source>
        <extracomment>uploader/faults.py</extracomment>
        <translation>No se puede establecer una conexión cifrada con el receptor ({cause}). Pregunte a quien lo atiende.</translation>
    </message>
    <message>
        <source>The receiver&apos;s name cannot be looked up.</source>
        <extracomment>uploader/faults.py</extracomment>
        <translation>No se puede encontrar el nombre del receptor.</translation>
    </message>
    <message>
        <source>There is no way to the receiver&apos;s network.</source>
        <extracomment>uploader/faults.py</extracomment>
        <translation>No hay camino a la red del receptor.</translation>
    </message>
    <message>
        <source>A firewall on this computer forbids the connection to the receiver.</source>
        <extracomment>uploader/faults.py</extracomment>
        <translation>Un cortafuegos de este equipo prohíbe la conexión con el receptor.</translation>
    </message>
    <message>
        <source>The receiver does not answer.</source>
        <extracomment>uploader/faults.py</extracomment>
        <translation>El receptor no responde.</translation>
    </message>
    <message>
        <source>The proxy that this computer is to use does not let the connection through.</source>
        <extracomment>uploader/faults.py</extracomment>
        <translation>El proxy que debe usar este equipo no deja pasar la conexión.</translation>
    </message>
    <message>
        <source>The receiver&apos;s address is not one; enrol this computer again.</source>
        <extracomment>uploader/faults.py</extracomment>
        <translation>La dirección del receptor no es válida; inscriba de nuevo este equipo.</translation>
    </message>
    <message>
        <source>The file with the certificates that this computer trusts is not there; check uploader.ca_file in the settings.</source>
        <extracomment>uploader/faults.py</extracomment>
        <translation>No está el archivo con los certificados en los que confía este equipo; revise uploader.ca_file en los ajustes.</translation>
    </message>
    <message>
        <source>A recorded file was changed after it was recorded ({name}). It is kept and not sent. Put the original back and press Retry; if there is none, holdfast queue give-up sends the rest without it.</source>
        <extracomment>uploader/file_faults.py</extracomment>
        <translation>Un archivo grabado se modificó después de grabarse ({name}). Se conserva y no se envía. Devuelva el original y pulse Reintentar; si no lo hay, holdfast queue give-up envía el resto sin él.</translation>
    </message>
    <message>
        <source>A recorded file is gone from this computer ({name}). Put it back and press Retry; if it is gone for good, holdfast queue give-up sends the rest without it.</source>
        <extracomment>uploader/file_faults.py</extracomment>
        <translation>Falta un archivo grabado en este equipo ({name}). Devuélvalo y pulse Reintentar; si se perdió para siempre, holdfast queue give-up envía el resto sin él.</translation>
    </message>
    <message>
        <source>The copy here was deleted {when}after the receiver confirmed that it held it, and now it does not. Have the receiver restored from its backup, then press Retry.</source>
        <extracomment>uploader/file_faults.py</extracomment>
        <translation>La copia de aquí se borró {when}después de que el receptor confirmara que la tenía, y ahora no la tiene. Haga restaurar el receptor desde su copia de seguridad y luego pulse Reintentar.</translation>
    </message>
    <message>
        <source>Its sidecar was changed after it was recorded; it was put aside.</source>
        <extracomment>uploader/file_faults.py</extracomment>
        <translation>Su archivo auxiliar se modificó después de grabarse; se apartó.</translation>
    </message>
    <message>
        <source>Something between here and the receiver answers in its place, perhaps the login page of a network (status {status}). Open a web page on this computer and log in.</source>
        <extracomment>uploader/foreign.py</extracomment>
        <translation>Algo entre este equipo y el receptor responde en su lugar, quizá la página de acceso de una red (estado {status}). Abra una página web en este equipo e inicie sesión.</translation>
    </message>
    <message>
        <source>Something between here and the receiver, perhaps a firewall, refuses what is sent (status {status}). Ask whoever looks after the network.</source>
        <extracomment>uploader/foreign.py</extracomment>
        <translation>Algo entre este equipo y el receptor, quizá un cortafuegos, rechaza lo que se envía (estado {status}). Pregunte a quien atiende la red.</translation>
    </message>
    <message>
        <source>The proxy of this network asks for a name and a password. Ask whoever looks after it.</source>
        <extracomment>uploader/foreign.py</extracomment>
        <translation>El proxy de esta red pide un nombre y una contraseña. Pregunte a quien lo atiende.</translation>
    </message>
    <message>
        <source>A proxy between here and the receiver refuses uploads of this size.</source>
        <extracomment>uploader/foreign.py</extracomment>
        <translation>Un proxy entre este equipo y el receptor rechaza envíos de este tamaño.</translation>
    </message>
    <message>
        <source>A proxy between here and the receiver asks to send less often.</source>
        <extracomment>uploader/foreign.py</extracomment>
        <translation>Un proxy entre este equipo y el receptor pide enviar con menos frecuencia.</translation>
    </message>
    <message>
        <source>The receiver does not answer (a proxy reports {status}).</source>
        <extracomment>uploader/foreign.py</extracomment>
        <translation>El receptor no responde (un proxy indica {status}).</translation>
    </message>
    <message>
        <source>Something between here and the receiver answers in its place (status {status}); check the receiver&apos;s address.</source>
        <extracomment>uploader/foreign.py</extracomment>
        <translation>Algo entre este equipo y el receptor responde en su lugar (estado {status}); revise la dirección del receptor.</translation>
    </message>
    <message>
        <source>It is in use just now. Nothing was deleted; try again later.</source>
        <extracomment>uploader/freeing.py</extracomment>
        <translation>Está en uso en este momento. No se borró nada; inténtelo más tarde.</translation>
    </message>
    <message>
        <source>Its files cannot be read or written now ({said}).</source>
        <extracomment>uploader/freeing.py</extracomment>
        <translation>No se pueden leer o escribir ahora sus archivos ({said}).</translation>
    </message>
    <message>
        <source>There is no receipt here of the receiver that this computer sends to. Nothing was deleted.</source>
        <extracomment>uploader/freeing.py</extracomment>
        <translation>Aquí no hay recibo del receptor al que envía este equipo. No se borró nada.</translation>
    </message>
    <message>
        <source>Freeing was stopped; what was not deleted yet stays.</source>
        <extracomment>desktop/errands.py</extracomment>
        <translation>La liberación se detuvo; lo que aún no se borró se queda.</translation>
    </message>
    <message>
        <source>The receiver keeps its copy on a disk of this same computer that may be the very same disk. The copy here is the second one; nothing was deleted.</source>
        <extracomment>uploader/freeing.py</extracomment>
        <translation>El receptor guarda su copia en un disco de este mismo equipo, quizá en el mismo disco. La copia de aquí es la segunda; no se borró nada.</translation>
    </message>
    <message>
        <source>The receiver&apos;s confirmation has no time that can be read.</source>
        <extracomment>uploader/freeing.py</extracomment>
        <translation>La confirmación del receptor no tiene una hora legible.</translation>
    </message>
    <message>
        <source>Its receipt is not {days} days old yet; {left} to go.</source>
        <extracomment>uploader/freeing.py</extracomment>
        <translation>Su recibo aún no tiene {days} días; faltan {left}.</translation>
    </message>
    <message>
        <source>A recorded file is gone from this computer ({name}), and not by freeing. Nothing was deleted; holdfast queue verify says more.</source>
        <extracomment>uploader/freeing.py</extracomment>
        <translation>Falta un archivo grabado en este equipo ({name}), y no por liberar espacio. No se borró nada; holdfast queue verify dice más.</translation>
    </message>
    <message>
        <source>There is no receipt here of the receiver that this computer sends to now.</source>
        <extracomment>uploader/freeing_plan.py</extracomment>
        <translation>Aquí no hay recibo del receptor al que envía ahora este equipo.</translation>
    </message>
    <message>
        <source>Its copy here was deleted before; the receiver has it.</source>
        <extracomment>uploader/freeing_plan.py</extracomment>
        <translation>Su copia de aquí se borró antes; el receptor la tiene.</translation>
    </message>
    <message>
        <source>The disk with this recording is not connected.</source>
        <extracomment>uploader/freeing_plan.py</extracomment>
        <translation>El disco con esta grabación no está conectado.</translation>
    </message>
    <message>
        <source>The receiver has not confirmed all of it yet, so the copy here stays.</source>
        <extracomment>uploader/freeing_plan.py</extracomment>
        <translation>El receptor aún no ha confirmado todo, así que la copia de aquí se queda.</translation>
    </message>
    <message>
        <source>Its session is still being recorded.</source>
        <extracomment>uploader/freeing_plan.py</extracomment>
        <translation>Su sesión aún se está grabando.</translation>
    </message>
    <message>
        <source>Its files cannot be read now ({error}).</source>
        <extracomment>uploader/freeing_plan.py</extracomment>
        <translation>No se pueden leer ahora sus archivos ({error}).</translation>
    </message>
    <message>
        <source>Delete these copies on this computer?</source>
        <extracomment>uploader/freeing_texts.py</extracomment>
        <translation>¿Borrar estas copias en este equipo?</translation>
    </message>
    <message>
        <source>Give this segment up?</source>
        <extracomment>uploader/freeing_texts.py</extracomment>
        <translation>¿Renunciar a este segmento?</translation>
    </message>
    <message>
        <source>The segment is given up; the rest of the recording is sent without it.</source>
        <extracomment>uploader/freeing_texts.py</extracomment>
        <translation>Se renuncia al segmento; el resto de la grabación se envía sin él.</translation>
    </message>
    <message>
        <source>Nothing can be freed now.</source>
        <extracomment>uploader/freeing_texts.py</extracomment>
        <translation>Ahora no se puede liberar nada.</translation>
    </message>
    <message>
        <source>Before each one goes, the receiver is asked to read its own copy again; what it does not confirm stays. Manifests, sidecars and receipts stay in any case.</source>
        <extracomment>uploader/freeing_texts.py</extracomment>
        <translation>Antes de borrar cada una se pide al receptor que vuelva a leer su propia copia; lo que no confirme se queda. Los manifiestos, archivos auxiliares y recibos se quedan en todo caso.</translation>
    </message>
    <message>
        <source>{candidates}, {size_bytes} to free here.</source>
        <extracomment>uploader/freeing_texts.py</extracomment>
        <translation>{candidates}, {size_bytes} por liberar aquí.</translation>
    </message>
    <message>
        <source>{MOST_KEPT} more stay; --json lists all.</source>
        <extracomment>uploader/freeing_texts.py</extracomment>
        <translation>Se quedan {MOST_KEPT} más; --json las enumera todas.</translation>
    </message>
    <message>
        <source>{total} {stay} had to stay.</source>
        <extracomment>uploader/freeing_texts.py</extracomment>
        <translation>{total} {stay} tuvieron que quedarse.</translation>
    </message>
    <message>
        <source>Segment {segment} of {name}, {duration_s} s from {start_s} s on, {what}, and the receiver does not have it. Given up, those seconds are missing for good; everything else of the recording is sent.</source>
        <extracomment>uploader/freeing_texts.py</extracomment>
        <translation>Segmento {segment} de {name}, {duration_s} s desde {start_s} s, {what}, y el receptor no lo tiene. Si se renuncia a él, esos segundos faltan para siempre; todo lo demás de la grabación se envía.</translation>
    </message>
    <message>
        <source>Today&apos;s data are used up.</source>
        <extracomment>uploader/gate.py</extracomment>
        <translation>Se agotaron los datos de hoy.</translation>
    </message>
    <message>
        <source>The receiver does not have it any more; it is sent again.</source>
        <extracomment>uploader/holding_rows.py</extracomment>
        <translation>El receptor ya no la tiene; se envía de nuevo.</translation>
    </message>
    <message>
        <source>The receiver does not have it any more, and the copies here were deleted after it had confirmed them. Ask your administrator for a newer backup of the receiver, then press Retry.</source>
        <extracomment>uploader/holding_rows.py</extracomment>
        <translation>El receptor ya no la tiene, y las copias de aquí se borraron después de que las confirmara. Pida a su administrador una copia de seguridad más reciente del receptor y luego pulse Reintentar.</translation>
    </message>
    <message>
        <source>It is at the receiver that this computer sent to before. holdfast receiver send-again sends it to the present one too.</source>
        <extracomment>uploader/holding_rows.py</extracomment>
        <translation>Está en el receptor al que este equipo enviaba antes. holdfast receiver send-again la envía también al actual.</translation>
    </message>
    <message>
        <source>It is sent to the present receiver too.</source>
        <extracomment>uploader/holding_rows.py</extracomment>
        <translation>Se envía también al receptor actual.</translation>
    </message>
    <message>
        <source>The device&apos;s key in {path} cannot be read. Recordings are safe; restore that file from a backup, or move it away to become a new device.</source>
        <extracomment>uploader/identity.py</extracomment>
        <translation>No se puede leer la clave del dispositivo en {path}. Las grabaciones están a salvo; restaure ese archivo de una copia de seguridad o muévalo para ser un dispositivo nuevo.</translation>
    </message>
    <message>
        <source>The device&apos;s key in this computer&apos;s keyring cannot be read. Recordings are safe; unlock the keyring and try again.</source>
        <extracomment>uploader/identity.py</extracomment>
        <translation>No se puede leer la clave del dispositivo en el llavero de este equipo. Las grabaciones están a salvo; desbloquee el llavero e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The device&apos;s key cannot be stored in this computer&apos;s keyring. Unlock the keyring and try again.</source>
        <extracomment>uploader/identity.py</extracomment>
        <translation>No se puede guardar la clave del dispositivo en el llavero de este equipo. Desbloquee el llavero e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The device&apos;s key is damaged. Recordings are safe; restore it from a backup.</source>
        <extracomment>uploader/identity.py</extracomment>
        <translation>La clave del dispositivo está dañada. Las grabaciones están a salvo; restáurela de una copia de seguridad.</translation>
    </message>
    <message>
        <source>The device&apos;s id is damaged; restore it from a backup.</source>
        <extracomment>uploader/identity.py</extracomment>
        <translation>El identificador del dispositivo está dañado; restáurelo de una copia de seguridad.</translation>
    </message>
    <message>
        <source>The receiver&apos;s answer makes no sense; it is asked again.</source>
        <extracomment>uploader/journey.py</extracomment>
        <translation>La respuesta del receptor no tiene sentido; se le pregunta de nuevo.</translation>
    </message>
    <message>
        <source>The receipt cannot be stored on this computer now ({error}).</source>
        <extracomment>uploader/journey.py</extracomment>
        <translation>No se puede guardar ahora el recibo en este equipo ({error}).</translation>
    </message>
    <message>
        <source>What came back was not the receiver&apos;s receipt for this recording; it is asked for again.</source>
        <extracomment>uploader/journey.py</extracomment>
        <translation>Lo que llegó no era el recibo del receptor para esta grabación; se pide de nuevo.</translation>
    </message>
    <message>
        <source>{name} cannot be read now ({error}).</source>
        <extracomment>uploader/journey.py</extracomment>
        <translation>No se puede leer ahora {name} ({error}).</translation>
    </message>
    <message>
        <source>The note whether this recording is kept is damaged. It is safe here, not sent.</source>
        <extracomment>uploader/journey.py</extracomment>
        <translation>La nota que dice si esta grabación se conserva está dañada. Está a salvo aquí y no se envía.</translation>
    </message>
    <message>
        <source>The receiver does not have all of it any more; it is sent again.</source>
        <extracomment>uploader/journey.py</extracomment>
        <translation>El receptor ya no lo tiene todo; se envía de nuevo.</translation>
    </message>
    <message>
        <source>Received and verified, but it cannot be played: {reason}</source>
        <extracomment>uploader/answers.py</extracomment>
        <translation>Recibida y verificada, pero no se puede reproducir: {reason}</translation>
    </message>
    <message>
        <source>Received and verified. The receiver is still preparing the video{said}.</source>
        <extracomment>uploader/answers.py</extracomment>
        <translation>Recibida y verificada. El receptor aún prepara el vídeo{said}.</translation>
    </message>
    <message>
        <source>Put it back and press Retry.</source>
        <extracomment>uploader/journey.py</extracomment>
        <translation>Devuélvalo y pulse Reintentar.</translation>
    </message>
    <message>
        <source>It was withdrawn. The copies on this computer are deleted.</source>
        <extracomment>uploader/order_delivery.py</extracomment>
        <translation>Se retiró. Las copias de este equipo están borradas.</translation>
    </message>
    <message>
        <source>Sending is paused until somebody resumes it. Recordings are safe on this computer.</source>
        <extracomment>uploader/pauses.py</extracomment>
        <translation>El envío está en pausa hasta que alguien lo reanude. Las grabaciones están a salvo en este equipo.</translation>
    </message>
    <message>
        <source>Sending is paused until {ends}. Recordings are safe on this computer.</source>
        <extracomment>uploader/pauses.py</extracomment>
        <translation>El envío está en pausa hasta las {ends}. Las grabaciones están a salvo en este equipo.</translation>
    </message>
    <message>
        <source>The disk with this recording{where} is not connected. Nothing is lost; connect it.</source>
        <extracomment>uploader/places.py</extracomment>
        <translation>El disco con esta grabación{where} no está conectado. No se ha perdido nada; conéctelo.</translation>
    </message>
    <message>
        <source>The receiver speaks protocol version {theirs} and this computer version {VERSION}. Recordings are safe; update {side}.</source>
        <extracomment>uploader/policy.py</extracomment>
        <translation>El receptor habla la versión {theirs} del protocolo y este equipo la versión {VERSION}. Las grabaciones están a salvo; actualice: {side}.</translation>
    </message>
    <message>
        <source>The receiver answered {status}</source>
        <extracomment>uploader/policy.py</extracomment>
        <translation>El receptor respondió {status}</translation>
    </message>
    <message>
        <source>The receiver&apos;s disk is full.</source>
        <extracomment>uploader/policy.py</extracomment>
        <translation>El disco del receptor está lleno.</translation>
    </message>
    <message>
        <source>The receiver had a problem ({status}).</source>
        <extracomment>uploader/policy.py</extracomment>
        <translation>El receptor tuvo un problema ({status}).</translation>
    </message>
    <message>
        <source>It was withdrawn at the receiver and is not sent any more; the files on this computer are untouched.</source>
        <extracomment>uploader/policy.py</extracomment>
        <translation>Se retiró en el receptor y ya no se envía; los archivos de este equipo están intactos.</translation>
    </message>
    <message>
        <source>Holdfast itself failed while it sent this ({name}). It is safe on this computer and is tried again; the log says more.</source>
        <extracomment>uploader/policy.py</extracomment>
        <translation>Holdfast mismo falló al enviar esto ({name}). Está a salvo en este equipo y se intenta de nuevo; el registro dice más.</translation>
    </message>
    <message>
        <source>The preview is no whole JPEG.</source>
        <extracomment>uploader/preview_delivery.py</extracomment>
        <translation>La vista previa no es un JPEG completo.</translation>
    </message>
    <message>
        <source>The preview cannot be read ({strerror}).</source>
        <extracomment>uploader/preview_delivery.py</extracomment>
        <translation>No se puede leer la vista previa ({strerror}).</translation>
    </message>
    <message>
        <source>Segment {segment} of {recording} is queued with another size or hash than the files say. Both are kept; run holdfast queue rebuild.</source>
        <extracomment>uploader/entries.py</extracomment>
        <translation>El segmento {segment} de {recording} está en la cola con otro tamaño u otro hash que el de los archivos. Ambos se conservan; ejecute holdfast queue rebuild.</translation>
    </message>
    <message>
        <source>The receiver&apos;s receipt was not accepted: {what}. The recording is safe on this computer; ask your administrator, then press Retry.</source>
        <extracomment>uploader/receipts.py</extracomment>
        <translation>No se aceptó el recibo del receptor: {what}. La grabación está a salvo en este equipo; pregunte a su administrador y luego pulse Reintentar.</translation>
    </message>
    <message>
        <source>Sending waits for another network: {connection} is not to be used. Recordings are safe on this computer.</source>
        <extracomment>uploader/rules.py</extracomment>
        <translation>El envío espera otra red: {connection} no debe usarse. Las grabaciones están a salvo en este equipo.</translation>
    </message>
    <message>
        <source>Sending waits for another network: this one is metered. Recordings are safe on this computer.</source>
        <extracomment>uploader/rules.py</extracomment>
        <translation>El envío espera otra red: esta es de uso medido. Las grabaciones están a salvo en este equipo.</translation>
    </message>
    <message>
        <source>Sending waits until the recording has ended.</source>
        <extracomment>uploader/rules.py</extracomment>
        <translation>El envío espera a que termine la grabación.</translation>
    </message>
    <message>
        <source>Quiet hours until {said}. Recordings are safe on this computer.</source>
        <extracomment>uploader/rules.py</extracomment>
        <translation>Horas de silencio hasta las {said}. Las grabaciones están a salvo en este equipo.</translation>
    </message>
    <message>
        <source>Today&apos;s {budget} are used up; sending goes on after midnight. Recordings are safe on this computer.</source>
        <extracomment>uploader/rules.py</extracomment>
        <translation>Se agotaron los {budget} de hoy; el envío continúa después de medianoche. Las grabaciones están a salvo en este equipo.</translation>
    </message>
    <message>
        <source>The receiver has a new key, and its former one vouches for it. Nothing needs to be done; sending goes on with the new one.</source>
        <extracomment>uploader/succession.py</extracomment>
        <translation>El receptor tiene una clave nueva y la anterior responde por ella. No hay que hacer nada; el envío continúa con la nueva.</translation>
    </message>
    <message>
        <source>Its receipt cannot be read: {error}.</source>
        <extracomment>uploader/suitcase_receipts.py</extracomment>
        <translation>No se puede leer su recibo: {error}.</translation>
    </message>
    <message>
        <source>Recordings are safe on this computer.</source>
        <extracomment>desktop/ui/texts.py, SAFE</extracomment>
        <translation>Las grabaciones están a salvo en este equipo.</translation>
    </message>
    <message>
        <source>It is still being recorded; pack again when it has ended.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>Aún se está grabando; empaquete de nuevo cuando termine.</translation>
    </message>
    <message>
        <source>It waits for Keep or Redo; pack again when that is decided.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>Espera Conservar o Repetir; empaquete de nuevo cuando se decida.</translation>
    </message>
    <message>
        <source>The disk with this recording is not connected; connect it and pack again.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>El disco con esta grabación no está conectado; conéctelo y empaquete de nuevo.</translation>
    </message>
    <message>
        <source>There was no room left for all of it; pack the rest on another disk, or again.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>No había sitio para todo; empaquete el resto en otro disco, o de nuevo.</translation>
    </message>
    <message>
        <source>The receiver has not answered yet; its admin runs holdfast admin import.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>El receptor aún no ha respondido; su administrador ejecuta holdfast admin import.</translation>
    </message>
    <message>
        <source>It is being sent over the network at this moment; its receipt comes that way, or with the next holdfast queue import.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>Se está enviando por la red en este momento; su recibo llega por ahí o con el próximo holdfast queue import.</translation>
    </message>
    <message>
        <source>It is not on this computer any more.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>Ya no está en este equipo.</translation>
    </message>
    <message>
        <source>A file of it cannot be read ({what}); holdfast queue verify says more.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>No se puede leer un archivo suyo ({what}); holdfast queue verify dice más.</translation>
    </message>
    <message>
        <source>A recorded file was changed after it was recorded ({name}) and is not packed.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>Un archivo grabado se modificó después de grabarse ({name}) y no se empaqueta.</translation>
    </message>
    <message>
        <source>There is no suitcase in {disk}. Nothing was changed; name the folder that holdfast queue export was given.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>No hay ninguna maleta en {disk}. No se cambió nada; indique la carpeta que se dio a holdfast queue export.</translation>
    </message>
    <message>
        <source>The suitcases in {disk} are other computers&apos;. Nothing was changed; run this on the computer that packed them.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>Las maletas de {disk} son de otros equipos. No se cambió nada; ejecute esto en el equipo que las empaquetó.</translation>
    </message>
    <message>
        <source>Its content is encrypted for that receiver; nobody else can read it.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>Su contenido está cifrado para ese receptor; nadie más puede leerlo.</translation>
    </message>
    <message>
        <source>Its content is not encrypted. Please do not look at it: it shows people.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>Su contenido no está cifrado. Por favor, no lo mire: muestra a personas.</translation>
    </message>
    <message>
        <source>Nothing waits to be sent; the suitcase stays empty.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>No hay nada que enviar; la maleta queda vacía.</translation>
    </message>
    <message>
        <source>Unmount the disk, take it to the receiver and run holdfast admin import there. The recordings stay here until their receipts are back.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>Desmonte el disco, llévelo al receptor y ejecute allí holdfast admin import. Las grabaciones se quedan aquí hasta que vuelvan sus recibos.</translation>
    </message>
    <message>
        <source>Taken out, it is not kept any more: {each}</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>Sacada, ya no se conserva: {each}</translation>
    </message>
    <message>
        <source>Needs attention: {each}: {why}</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>Necesita atención: {each}: {why}</translation>
    </message>
    <message>
        <source>{verified} verified now, {already} were before.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>{verified} verificadas ahora, {already} ya lo estaban.</translation>
    </message>
    <message>
        <source>No receipt yet: {each}: {why}</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>Aún sin recibo: {each}: {why}</translation>
    </message>
    <message>
        <source>{recording} deleted from the disk; they are at the receiver and, unless freed, on this computer.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>{recording} borradas del disco; están en el receptor y, si no se liberaron, en este equipo.</translation>
    </message>
    <message>
        <source>What was recorded is untouched.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>Lo grabado está intacto.</translation>
    </message>
    <message>
        <source>The queue database was damaged; it was put aside in {folder} and built anew from the recordings. Nothing was lost and nothing is sent twice.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>La base de datos de la cola estaba dañada; se apartó en {folder} y se reconstruyó a partir de las grabaciones. No se perdió nada y nada se envía dos veces.</translation>
    </message>
    <message>
        <source>Sending waits: the computer is busy recording.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>El envío espera: el equipo está ocupado grabando.</translation>
    </message>
    <message>
        <source>Holdfast or this computer stopped without warning while it recorded. What was recorded until then is safe and will be sent.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>Holdfast o este equipo se detuvo sin aviso mientras grababa. Lo grabado hasta entonces está a salvo y se enviará.</translation>
    </message>
    <message>
        <source>This computer is enrolled at {url}. Recordings will be sent there.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>Este equipo está inscrito en {url}. Las grabaciones se enviarán allí.</translation>
    </message>
    <message>
        <source>{said} {recording} of before stay at the former receiver; holdfast receiver send-again sends them to this one too.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>{said} {recording} de antes se quedan en el receptor anterior; holdfast receiver send-again las envía también a este.</translation>
    </message>
    <message>
        <source>Recording {id} is kept and will be sent.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>La grabación {id} se conserva y se enviará.</translation>
    </message>
    <message>
        <source>Recording {id} is discarded and not sent any further. It is deleted{at}, here and at the receiver; until then holdfast queue keep {id2} undoes that.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>La grabación {id} se descartó y ya no se envía. Se borra{at}, aquí y en el receptor; hasta entonces holdfast queue keep {id2} lo deshace.</translation>
    </message>
    <message>
        <source>No recordings yet.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>Aún no hay grabaciones.</translation>
    </message>
    <message>
        <source>{name} is in the queue already, as {recording}: {where}. Nothing was added.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>{name} ya está en la cola, como {recording}: {where}. No se añadió nada.</translation>
    </message>
    <message>
        <source>{name}: {recording}, {size_bytes} MB, {value}. The file itself stays as it is.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>{name}: {recording}, {size_bytes} MB, {value}. El archivo en sí queda como está.</translation>
    </message>
    <message>
        <source>Received, verified and playable; the copy here was deleted to free space.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>Recibida, verificada y reproducible; la copia de aquí se borró para liberar espacio.</translation>
    </message>
    <message>
        <source>Received, verified and playable; there is nothing left to do.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>Recibida, verificada y reproducible; no queda nada por hacer.</translation>
    </message>
    <message>
        <source>Nothing is in the way; it is being sent.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>Nada lo impide; se está enviando.</translation>
    </message>
    <message>
        <source>No wait goes on; what waits is tried now, by whatever program sends.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>Ya no se espera más; lo que espera se intenta ahora, con el programa que envía.</translation>
    </message>
    <message>
        <source>Nothing had failed.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>Nada había fallado.</translation>
    </message>
    <message>
        <source>{recording} will be tried again.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>{recording}: se intentará de nuevo.</translation>
    </message>
    <message>
        <source>Sending goes on.</source>
        <extracomment>desktop/ui/queue_texts.py, DONE_RESUMED_ALL</extracomment>
        <translation>El envío continúa.</translation>
    </message>
    <message>
        <source>Sending was not paused.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>El envío no estaba en pausa.</translation>
    </message>
    <message>
        <source>Changed after it was recorded: {each}</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>Modificado después de grabarse: {each}</translation>
    </message>
    <message>
        <source>No receipt yet: {each}</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>Aún sin recibo: {each}</translation>
    </message>
    <message>
        <source>Not checked, its disk is not connected: {each}</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>Sin comprobar, su disco no está conectado: {each}</translation>
    </message>
    <message>
        <source>A recording of the same session before this one is gone: {each}</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>Falta una grabación anterior de la misma sesión: {each}</translation>
    </message>
    <message>
        <source>{freed} deleted here, and proven by their receipts.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>{freed} borradas aquí y probadas por sus recibos.</translation>
    </message>
    <message>
        <source>The receiver read {recording} of its own again.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>El receptor volvió a leer {recording} de las suyas.</translation>
    </message>
    <message>
        <source>Not confirmed by the receiver: {id}: {why}</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>Sin confirmar por el receptor: {id}: {why}</translation>
    </message>
    <message>
        <source>Everything is here unchanged, and the receiver has all of it.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>Todo está aquí sin cambios y el receptor lo tiene todo.</translation>
    </message>
    <message>
        <source>Everything else is here unchanged, and the receiver has all of it.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>Todo lo demás está aquí sin cambios y el receptor lo tiene todo.</translation>
    </message>
    <message>
        <source>The receiver still misses parts of it.</source>
        <extracomment>uploader/together.py</extracomment>
        <translation>Al receptor aún le faltan partes.</translation>
    </message>
    <message>
        <source>A recorded file became shorter while it was sent.</source>
        <extracomment>uploader/transport.py</extracomment>
        <translation>Un archivo grabado se acortó mientras se enviaba.</translation>
    </message>
    <message>
        <source>The receiver&apos;s answer arrived damaged.</source>
        <extracomment>uploader/transport.py</extracomment>
        <translation>La respuesta del receptor llegó dañada.</translation>
    </message>
    <message>
        <source>This computer is not allowed to upload any more. Recordings are safe here. Ask your administrator for a new enrolment code.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation>Este equipo ya no puede enviar. Las grabaciones están a salvo aquí. Pida a su administrador un nuevo código de inscripción.</translation>
    </message>
    <message>
        <source>Waiting for Keep or Redo. What was recorded is safe here; the receiver counts it once it is kept.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation>Espera Conservar o Repetir. Lo grabado está a salvo aquí; el receptor lo cuenta cuando se conserve.</translation>
    </message>
    <message>
        <source>Waiting for somebody to keep or discard it. Until then it is safe here, and nothing of it leaves this computer.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation>Espera a que alguien la conserve o la descarte. Hasta entonces está a salvo aquí y nada de ella sale de este equipo.</translation>
    </message>
    <message>
        <source>It is still being recorded. Nothing of it leaves this computer before somebody keeps it.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation>Aún se está grabando. Nada de ella sale de este equipo antes de que alguien la conserve.</translation>
    </message>
    <message>
        <source>It was discarded, and its files here are deleted. The receiver is told as soon as it can be reached.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation>Se descartó y sus archivos de aquí están borrados. Se avisa al receptor en cuanto se pueda contactar con él.</translation>
    </message>
    <message>
        <source>Paused by hand. It is safe here and is sent once somebody resumes it.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation>En pausa a mano. Está a salvo aquí y se envía cuando alguien la reanude.</translation>
    </message>
    <message>
        <source>Set aside. It is safe here and is not sent until somebody tries it again.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation>Apartada. Está a salvo aquí y no se envía hasta que alguien la intente de nuevo.</translation>
    </message>
    <message>
        <source>A copy was packed into a suitcase on {at}; its receipt comes back with it.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation>Se empaquetó una copia en una maleta el {at}; su recibo vuelve con ella.</translation>
    </message>
    <message>
        <source>It is still being recorded.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation>Aún se está grabando.</translation>
    </message>
    <message>
        <source>Waiting for its turn: {sent} of {all_of_them} segments are sent.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation>Espera su turno: {sent} de {all_of_them} segmentos están enviados.</translation>
    </message>
    <message>
        <source>It waits for the participant&apos;s consent and does not leave this computer before. It is safe here; holdfast queue consent writes it down.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation>Espera el consentimiento del participante y no sale antes de este equipo. Está a salvo aquí; holdfast queue consent lo anota.</translation>
    </message>
    <message>
        <source>The study takes nothing before the participant&apos;s consent is there. It is safe here, and sent after holdfast queue consent.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation>El estudio no admite nada antes del consentimiento del participante. Está a salvo aquí y se envía después de holdfast queue consent.</translation>
    </message>
    <message>
        <source>It was discarded and is deleted {at}, here and at the receiver, unless you keep it.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation>Se descartó y se borra {at}, aquí y en el receptor, salvo que la conserve.</translation>
    </message>
    <message>
        <source>Offline since {astimezone}. Recordings are safe on this computer and will be sent when the network is back.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation>Sin conexión desde las {astimezone}. Las grabaciones están a salvo en este equipo y se enviarán cuando vuelva la red.</translation>
    </message>
    <message>
        <source>Something needs attention; holdfast queue why ID says what.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation>Algo necesita atención; holdfast queue why ID dice qué.</translation>
    </message>
    <message>
        <source>Next try in {hours}:{minutes}:{seconds}.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation>Próximo intento en {hours}:{minutes}:{seconds}.</translation>
    </message>
    <message>
        <source>Next try in {minutes}:{seconds}.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation>Próximo intento en {minutes}:{seconds}.</translation>
    </message>
    <message>
        <source>It was withdrawn. The copies here are deleted, and those at the receiver.</source>
        <extracomment>uploader/withdrawal_rows.py</extracomment>
        <translation>Se retiró. Las copias de aquí y las del receptor están borradas.</translation>
    </message>
    <message>
        <source>A part of sending hung or died and was begun anew. Nothing is lost.</source>
        <extracomment>uploader/worker.py</extracomment>
        <translation>Una parte del envío se bloqueó o murió y se reinició. No se ha perdido nada.</translation>
    </message>
    <message>
        <source>less than 1&#xa0;min</source>
        <extracomment>desktop/ui/amounts_texts.py, LESS_THAN_A_MINUTE</extracomment>
        <translation>menos de 1 min</translation>
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
        <translation>La grabación ha empezado.</translation>
    </message>
    <message>
        <source>Recording has ended.</source>
        <extracomment>desktop/ui/announcer_texts.py, ENDED</extracomment>
        <translation>La grabación ha terminado.</translation>
    </message>
    <message>
        <source>The recording is paused.</source>
        <extracomment>desktop/ui/announcer_texts.py, PAUSED</extracomment>
        <translation>La grabación está en pausa.</translation>
    </message>
    <message>
        <source>Recording goes on.</source>
        <extracomment>desktop/ui/announcer_texts.py, GOES_ON</extracomment>
        <translation>La grabación continúa.</translation>
    </message>
    <message>
        <source>{count} recording</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>{count} grabación</translation>
    </message>
    <message>
        <source>{count} recordings</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>{count} grabaciones</translation>
    </message>
    <message>
        <source>{count} file</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>{count} archivo</translation>
    </message>
    <message>
        <source>{count} files</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>{count} archivos</translation>
    </message>
    <message>
        <source>{count} segment</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>{count} segmento</translation>
    </message>
    <message>
        <source>{count} segments</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>{count} segmentos</translation>
    </message>
    <message>
        <source>{count} minute</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>{count} minuto</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>{count} minutos</translation>
    </message>
    <message>
        <source>{count} hours</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>{count} horas</translation>
    </message>
    <message>
        <source>{count} day</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>{count} día</translation>
    </message>
    <message>
        <source>{count} days</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>{count} días</translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>{count} bytes</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>quedan unos segundos</translation>
    </message>
    <message>
        <source>about {seconds} s left</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>quedan unos {seconds} s</translation>
    </message>
    <message>
        <source>about {minutes} min left</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>quedan unos {minutes} min</translation>
    </message>
    <message>
        <source>about {hours} h left</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>quedan unas {hours} h</translation>
    </message>
    <message>
        <source>about {hours} h {minutes} min left</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>quedan unas {hours} h {minutes} min</translation>
    </message>
    <message>
        <source>about {days} days left</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>quedan unos {days} días</translation>
    </message>
    <message>
        <source>{speed}/s, {left}</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>{speed}/s, {left}</translation>
    </message>
    <message>
        <source>less than 1 min</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>menos de 1 min</translation>
    </message>
    <message>
        <source> all the time</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation> todo el tiempo</translation>
    </message>
    <message>
        <source> for {share} % of the time</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation> el {share} % del tiempo</translation>
    </message>
    <message>
        <source> at {time}</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation> a las {time}</translation>
    </message>
    <message>
        <source>on {date} </source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>el {date} </translation>
    </message>
    <message>
        <source>{count} recording recovered, {length}</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>{count} grabación recuperada, {length}</translation>
    </message>
    <message>
        <source>{count} recordings recovered, {length}</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>{count} grabaciones recuperadas, {length}</translation>
    </message>
    <message>
        <source>recordings {ours} GB, other files {others} GB</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>grabaciones {ours} GB, otros archivos {others} GB</translation>
    </message>
    <message>
        <source>soon</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>pronto</translation>
    </message>
    <message>
        <source>after {time}</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>después de las {time}</translation>
    </message>
    <message>
        <source>{title}, take&#xa0;{take}</source>
        <extracomment>desktop/ui/kiosk/texts.py, STAFF_TAKE</extracomment>
        <translation>{title}, toma&#xa0;{take}</translation>
    </message>
    <message>
        <source>S&amp;how in the list</source>
        <extracomment>desktop/ui/queue_texts.py, SHOW_NEEDS</extracomment>
        <translation>M&amp;ostrar en la lista</translation>
    </message>
    <message>
        <source>The recording&apos;s picture</source>
        <extracomment>desktop/ui/review_texts.py, PICTURE</extracomment>
        <translation>La imagen de la grabación</translation>
    </message>
    <message>
        <source>Opening the recording…</source>
        <extracomment>desktop/ui/review_texts.py, OPENING</extracomment>
        <translation>Abriendo la grabación…</translation>
    </message>
    <message>
        <source>This recording cannot be played here</source>
        <extracomment>desktop/ui/review_texts.py, UNPLAYABLE</extracomment>
        <translation>Esta grabación no se puede reproducir aquí</translation>
    </message>
    <message>
        <source>Nothing was changed. What was recorded is kept as it is.</source>
        <extracomment>desktop/ui/review_texts.py, UNPLAYABLE_SENTENCE</extracomment>
        <translation>No se cambió nada. Lo grabado se conserva como está.</translation>
    </message>
    <message>
        <source>Play the recording</source>
        <extracomment>desktop/ui/review_texts.py, TITLE</extracomment>
        <translation>Reproducir la grabación</translation>
    </message>
    <message>
        <source>Play</source>
        <extracomment>desktop/ui/kiosk/texts.py, PLAY</extracomment>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <extracomment>desktop/ui/review_texts.py, PLAY_MNEMONIC</extracomment>
        <translation>Re&amp;producir</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <extracomment>desktop/ui/review_texts.py, PAUSE_MNEMONIC</extracomment>
        <translation>&amp;Pausa</translation>
    </message>
    <message>
        <source>Play or pause (space bar). Arrow keys go 5 seconds back and on.</source>
        <extracomment>desktop/ui/review_texts.py, PLAY_HINT</extracomment>
        <translation>Reproducir o pausar (barra espaciadora). Las flechas avanzan y retroceden 5 segundos.</translation>
    </message>
    <message>
        <source>Position in the recording</source>
        <extracomment>desktop/ui/review_texts.py, POSITION</extracomment>
        <translation>Posición en la grabación</translation>
    </message>
    <message>
        <source>{position} of {length}</source>
        <extracomment>desktop/ui/review_texts.py, POSITION_OF</extracomment>
        <translation>{position} de {length}</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>desktop/ui/card_texts.py, CLOSE</extracomment>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <extracomment>desktop/ui/drill_texts.py, CLOSE_MNEMONIC</extracomment>
        <translation>Ce&amp;rrar</translation>
    </message>
    <message>
        <source>Play…</source>
        <extracomment>desktop/ui/queue_texts.py, DO_PLAY</extracomment>
        <translation>Reproducir…</translation>
    </message>
    <message>
        <source>Without sound: no loudspeaker answers, or nothing was recorded to hear.</source>
        <extracomment>desktop/ui/review_texts.py, SILENT</extracomment>
        <translation>Sin sonido: ningún altavoz responde o no se grabó nada que oír.</translation>
    </message>
    <message>
        <source>Holdfast</source>
        <extracomment>desktop/ui/texts.py, APP</extracomment>
        <translation>Holdfast</translation>
    </message>
    <message>
        <source>Record</source>
        <extracomment>desktop/ui/texts.py, RECORD</extracomment>
        <translation>Grabar</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <extracomment>desktop/ui/texts.py, STOP</extracomment>
        <translation>Detener la grabación</translation>
    </message>
    <message>
        <source>Starting…</source>
        <extracomment>desktop/ui/kiosk/texts.py, STARTING</extracomment>
        <translation>Iniciando…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <extracomment>desktop/ui/kiosk/texts.py, SAVING</extracomment>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <extracomment>desktop/ui/texts.py, RECORD_MNEMONIC</extracomment>
        <translation>&amp;Grabar</translation>
    </message>
    <message>
        <source>&amp;Stop recording</source>
        <extracomment>desktop/ui/texts.py, STOP_MNEMONIC</extracomment>
        <translation>&amp;Detener la grabación</translation>
    </message>
    <message>
        <source>Start recording (F9)</source>
        <extracomment>desktop/ui/texts.py, RECORD_HINT</extracomment>
        <translation>Empezar a grabar (F9)</translation>
    </message>
    <message>
        <source>Stop and keep the recording (F9)</source>
        <extracomment>desktop/ui/texts.py, STOP_HINT</extracomment>
        <translation>Detener y conservar la grabación (F9)</translation>
    </message>
    <message>
        <source>&amp;Mark</source>
        <extracomment>desktop/ui/texts.py, MARK_MNEMONIC</extracomment>
        <translation>&amp;Marcar</translation>
    </message>
    <message>
        <source>Mark</source>
        <extracomment>desktop/ui/texts.py, MARK</extracomment>
        <translation>Marcar</translation>
    </message>
    <message>
        <source>Note this moment in the recording (M)</source>
        <extracomment>desktop/ui/texts.py, MARK_HINT</extracomment>
        <translation>Anotar este momento en la grabación (M)</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <extracomment>desktop/ui/wizard/texts.py, FINISH_MNEMONIC</extracomment>
        <translation>&amp;Terminar</translation>
    </message>
    <message>
        <source>&amp;Finish without it</source>
        <extracomment>desktop/ui/wizard/texts.py, SKIP_MNEMONIC</extracomment>
        <translation>&amp;Terminar sin él</translation>
    </message>
    <message>
        <source>Holdfast records ten seconds and sends them on their whole way; four lights show how far they have got. At the receiver they stay under the participant “rehearsal”.</source>
        <extracomment>desktop/ui/wizard/texts.py, REHEARSAL_INTRO</extracomment>
        <translation>Holdfast graba diez segundos y los envía por todo el camino; cuatro luces muestran hasta dónde han llegado. En el receptor se quedan bajo el participante «rehearsal».</translation>
    </message>
    <message>
        <source>Every segment is on this computer&apos;s disk and matches its checksum.</source>
        <extracomment>desktop/ui/wizard/texts.py, LIGHT_MEANINGS</extracomment>
        <translation>Cada segmento está en el disco de este equipo y coincide con su suma de comprobación.</translation>
    </message>
    <message>
        <source>Every segment is at the receiver.</source>
        <extracomment>desktop/ui/wizard/texts.py, LIGHT_MEANINGS</extracomment>
        <translation>Cada segmento está en el receptor.</translation>
    </message>
    <message>
        <source>The receiver joined the segments and could play both ends.</source>
        <extracomment>desktop/ui/wizard/texts.py, LIGHT_MEANINGS</extracomment>
        <translation>El receptor unió los segmentos y pudo reproducir ambos extremos.</translation>
    </message>
    <message>
        <source>Later</source>
        <extracomment>desktop/ui/wizard/texts.py, LIGHT_LATER</extracomment>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>Pause</source>
        <extracomment>desktop/ui/kiosk/texts.py, PAUSE_PLAYING</extracomment>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <extracomment>desktop/ui/texts.py, PAUSE_MNEMONIC</extracomment>
        <translation>Pa&amp;usa</translation>
    </message>
    <message>
        <source>Record nothing for a while; the recording&apos;s clock goes on (P)</source>
        <extracomment>desktop/ui/texts.py, PAUSE_HINT</extracomment>
        <translation>No grabar nada durante un rato; el reloj de la grabación sigue (P)</translation>
    </message>
    <message>
        <source>Resume recording</source>
        <extracomment>desktop/ui/texts.py, RESUME</extracomment>
        <translation>Reanudar la grabación</translation>
    </message>
    <message>
        <source>Resu&amp;me recording</source>
        <extracomment>desktop/ui/texts.py, RESUME_MNEMONIC</extracomment>
        <translation>Reanudar la gra&amp;bación</translation>
    </message>
    <message>
        <source>Go on recording (P)</source>
        <extracomment>desktop/ui/texts.py, RESUME_HINT</extracomment>
        <translation>Seguir grabando (P)</translation>
    </message>
    <message>
        <source>&amp;Stop and keep</source>
        <extracomment>desktop/ui/texts.py, STOP_ALARM_MNEMONIC</extracomment>
        <translation>&amp;Detener y conservar</translation>
    </message>
    <message>
        <source>&amp;Hide and go on</source>
        <extracomment>desktop/ui/texts.py, HIDE_ALARM_MNEMONIC</extracomment>
        <translation>&amp;Ocultar y seguir</translation>
    </message>
    <message>
        <source>Hide this and go on recording</source>
        <extracomment>desktop/ui/texts.py, HIDE_ALARM</extracomment>
        <translation>Ocultar esto y seguir grabando</translation>
    </message>
    <message>
        <source>The alarm is silent from now on; a line above the picture stays</source>
        <extracomment>desktop/ui/texts.py, HIDE_ALARM_HINT</extracomment>
        <translation>La alarma queda en silencio; se mantiene una línea sobre la imagen</translation>
    </message>
    <message>
        <source>Nothing is being written to the disk</source>
        <extracomment>desktop/ui/texts.py, NOT_GROWING_TITLE</extracomment>
        <translation>No se está escribiendo nada en el disco</translation>
    </message>
    <message>
        <source>Alarm &amp;off</source>
        <extracomment>desktop/ui/texts.py, ALARM_OFF</extracomment>
        <translation>Apagar la a&amp;larma</translation>
    </message>
    <message>
        <source>Sto&amp;p and keep</source>
        <extracomment>desktop/ui/texts.py, STOP_PAUSED_MNEMONIC</extracomment>
        <translation>Detener y conser&amp;var</translation>
    </message>
    <message>
        <source>The recording is paused</source>
        <extracomment>desktop/ui/texts.py, PAUSED</extracomment>
        <translation>La grabación está en pausa</translation>
    </message>
    <message>
        <source>PAUSED</source>
        <extracomment>desktop/ui/texts.py, PAUSED_WORD</extracomment>
        <translation>EN PAUSA</translation>
    </message>
    <message>
        <source>Nothing is being recorded. Everything recorded so far is saved.</source>
        <extracomment>desktop/ui/texts.py, PAUSED_SENTENCE</extracomment>
        <translation>No se está grabando nada. Todo lo grabado hasta ahora está guardado.</translation>
    </message>
    <message>
        <source>Menu</source>
        <extracomment>desktop/ui/texts.py, MENU</extracomment>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Live picture</source>
        <extracomment>desktop/ui/texts.py, PREVIEW</extracomment>
        <translation>Imagen en vivo</translation>
    </message>
    <message>
        <source>Microphone level</source>
        <extracomment>desktop/ui/kiosk/texts.py, MICROPHONE_LEVEL</extracomment>
        <translation>Nivel del micrófono</translation>
    </message>
    <message>
        <source>Next recording</source>
        <extracomment>desktop/ui/texts.py, NEXT_RECORDING</extracomment>
        <translation>Próxima grabación</translation>
    </message>
    <message>
        <source>This recording</source>
        <extracomment>desktop/ui/texts.py, THIS_RECORDING</extracomment>
        <translation>Esta grabación</translation>
    </message>
    <message>
        <source>&amp;Participant</source>
        <extracomment>desktop/ui/texts.py, PARTICIPANT_MNEMONIC</extracomment>
        <translation>&amp;Participante</translation>
    </message>
    <message>
        <source>Participant</source>
        <extracomment>desktop/ui/texts.py, PARTICIPANT</extracomment>
        <translation>Participante</translation>
    </message>
    <message>
        <source>A new id is made</source>
        <extracomment>desktop/ui/texts.py, PARTICIPANT_EMPTY</extracomment>
        <translation>Se crea solo</translation>
    </message>
    <message>
        <source>Pr&amp;ompt</source>
        <extracomment>desktop/ui/texts.py, PROMPT_MNEMONIC</extracomment>
        <translation>&amp;Tarea</translation>
    </message>
    <message>
        <source>Prompt</source>
        <extracomment>desktop/ui/texts.py, PROMPT</extracomment>
        <translation>Tarea</translation>
    </message>
    <message>
        <source>Free recording</source>
        <extracomment>desktop/ui/texts.py, PROMPT_EMPTY</extracomment>
        <translation>Grabación libre</translation>
    </message>
    <message>
        <source>Camera</source>
        <extracomment>desktop/ui/morning_texts.py, NAMES</extracomment>
        <translation>Cámara</translation>
    </message>
    <message>
        <source>Microphone</source>
        <extracomment>desktop/ui/morning_texts.py, NAMES</extracomment>
        <translation>Micrófono</translation>
    </message>
    <message>
        <source>Space left</source>
        <extracomment>desktop/ui/texts.py, SPACE</extracomment>
        <translation>Espacio libre</translation>
    </message>
    <message>
        <source>Part of the disk in use</source>
        <extracomment>desktop/ui/texts.py, SPACE_BAR</extracomment>
        <translation>Parte ocupada del disco</translation>
    </message>
    <message>
        <source>To send</source>
        <extracomment>desktop/ui/texts.py, TO_SEND</extracomment>
        <translation>Por enviar</translation>
    </message>
    <message>
        <source>&amp;Try now</source>
        <extracomment>desktop/ui/texts.py, TRY_NOW_MNEMONIC</extracomment>
        <translation>&amp;Intentar ahora</translation>
    </message>
    <message>
        <source>Try now</source>
        <extracomment>desktop/ui/queue_texts.py, DO_TRY_NOW</extracomment>
        <translation>Intentar ahora</translation>
    </message>
    <message>
        <source>Try to send now instead of waiting</source>
        <extracomment>desktop/ui/texts.py, TRY_NOW_HINT</extracomment>
        <translation>Intentar enviar ahora en vez de esperar</translation>
    </message>
    <message>
        <source>Try a&amp;gain</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_AGAIN</extracomment>
        <translation>Intentar de n&amp;uevo</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>desktop/ui/kiosk/texts.py, TRY_AGAIN</extracomment>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Retr&amp;y</source>
        <extracomment>desktop/ui/texts.py, RETRY_MNEMONIC</extracomment>
        <translation>&amp;Reintentar</translation>
    </message>
    <message>
        <source>Recordings</source>
        <extracomment>desktop/ui/texts.py, RECORDINGS</extracomment>
        <translation>Grabaciones</translation>
    </message>
    <message>
        <source>Open recordings folder</source>
        <extracomment>desktop/ui/texts.py, OPEN_FOLDER</extracomment>
        <translation>Abrir la carpeta de grabaciones</translation>
    </message>
    <message>
        <source>Open Holdfast</source>
        <extracomment>desktop/ui/texts.py, OPEN_WINDOW</extracomment>
        <translation>Abrir Holdfast</translation>
    </message>
    <message>
        <source>Quit</source>
        <extracomment>desktop/ui/texts.py, QUIT</extracomment>
        <translation>Salir</translation>
    </message>
    <message>
        <source>About Holdfast</source>
        <extracomment>desktop/ui/help/texts.py, ABOUT_TITLE</extracomment>
        <translation>Acerca de Holdfast</translation>
    </message>
    <message>
        <source>Holdfast {version}</source>
        <extracomment>desktop/ui/help/texts.py, ABOUT_NAME</extracomment>
        <translation>Holdfast {version}</translation>
    </message>
    <message>
        <source>REC</source>
        <extracomment>desktop/ui/kiosk/texts.py, REC</extracomment>
        <translation>GRAB.</translation>
    </message>
    <message>
        <source>WAITING</source>
        <extracomment>desktop/ui/texts.py, WAITING_BADGE</extracomment>
        <translation>ESPERA</translation>
    </message>
    <message>
        <source>Recording</source>
        <extracomment>desktop/ui/queue_texts.py, COLUMNS</extracomment>
        <translation>Grabación</translation>
    </message>
    <message>
        <source>Length</source>
        <extracomment>desktop/ui/texts.py, COLUMNS</extracomment>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Size</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_COLUMNS</extracomment>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Saved</source>
        <extracomment>desktop/ui/morning_texts.py, NAMES</extracomment>
        <translation>Guardada</translation>
    </message>
    <message>
        <source>Received</source>
        <extracomment>desktop/ui/morning_texts.py, NAMES</extracomment>
        <translation>Recibida</translation>
    </message>
    <message>
        <source>Verified</source>
        <extracomment>desktop/ui/morning_texts.py, NAMES</extracomment>
        <translation>Verificada</translation>
    </message>
    <message>
        <source>Playable</source>
        <extracomment>desktop/ui/morning_texts.py, NAMES</extracomment>
        <translation>Reproducible</translation>
    </message>
    <message>
        <source>What is going on</source>
        <extracomment>desktop/ui/texts.py, COLUMNS</extracomment>
        <translation>Qué está pasando</translation>
    </message>
    <message>
        <source>Opening the camera…</source>
        <extracomment>desktop/ui/texts.py, OPENING_TITLE</extracomment>
        <translation>Abriendo la cámara…</translation>
    </message>
    <message>
        <source>This takes a few seconds.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CAMERA_STARTING_MORE</extracomment>
        <translation>Tarda unos segundos.</translation>
    </message>
    <message>
        <source>Waiting for the picture</source>
        <extracomment>desktop/ui/texts.py, WAITING_TITLE</extracomment>
        <translation>Esperando la imagen</translation>
    </message>
    <message>
        <source>Everything recorded so far is saved. Recording goes on by itself.</source>
        <extracomment>desktop/ui/texts.py, WAITING_SENTENCE</extracomment>
        <translation>Todo lo grabado hasta ahora está guardado. La grabación continúa sola.</translation>
    </message>
    <message>
        <source>There is no picture</source>
        <extracomment>desktop/ui/texts.py, NO_CAMERA_TITLE</extracomment>
        <translation>No hay imagen</translation>
    </message>
    <message>
        <source>Check the device, then press Try again.</source>
        <extracomment>desktop/ui/texts.py, NO_CAMERA_NEXT</extracomment>
        <translation>Revise el dispositivo y pulse Intentar de nuevo.</translation>
    </message>
    <message>
        <source>No recordings yet</source>
        <extracomment>desktop/ui/texts.py, NO_RECORDINGS_TITLE</extracomment>
        <translation>Aún no hay grabaciones</translation>
    </message>
    <message>
        <source>Press Record or F9. Every recording appears here and shows how far it has got.</source>
        <extracomment>desktop/ui/texts.py, NO_RECORDINGS_SENTENCE</extracomment>
        <translation>Pulse Grabar o F9. Cada grabación aparece aquí y muestra hasta dónde ha llegado.</translation>
    </message>
    <message>
        <source>Looking for recordings…</source>
        <extracomment>desktop/ui/texts.py, READING_TITLE</extracomment>
        <translation>Buscando grabaciones…</translation>
    </message>
    <message>
        <source>Yes</source>
        <extracomment>desktop/ui/texts.py, YES</extracomment>
        <translation>Sí</translation>
    </message>
    <message>
        <source>Not yet</source>
        <extracomment>desktop/ui/drill_texts.py, STATES</extracomment>
        <translation>Aún no</translation>
    </message>
    <message>
        <source>Saving</source>
        <extracomment>desktop/ui/texts.py, SAVING</extracomment>
        <translation>Guardando</translation>
    </message>
    <message>
        <source>Freed</source>
        <extracomment>desktop/ui/texts.py, FREED</extracomment>
        <translation>Liberada</translation>
    </message>
    <message>
        <source>Waiting</source>
        <extracomment>desktop/ui/kiosk/texts.py, ROW_WAITING</extracomment>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Stopped</source>
        <extracomment>desktop/ui/texts.py, STOPPED</extracomment>
        <translation>Detenida</translation>
    </message>
    <message>
        <source>Safe at the receiver.</source>
        <extracomment>desktop/ui/queue_texts.py, AT_HOME</extracomment>
        <translation>A salvo en el receptor.</translation>
    </message>
    <message>
        <source>Safe at the receiver; deleted here to free space.</source>
        <extracomment>desktop/ui/queue_texts.py, FREED</extracomment>
        <translation>A salvo en el receptor; borrada aquí para liberar espacio.</translation>
    </message>
    <message>
        <source>Received and verified. The receiver is preparing the video.</source>
        <extracomment>desktop/ui/queue_texts.py, PREPARING</extracomment>
        <translation>Recibida y verificada. El receptor prepara el vídeo.</translation>
    </message>
    <message>
        <source>Sending.</source>
        <extracomment>desktop/ui/texts.py, SENDING</extracomment>
        <translation>Enviando.</translation>
    </message>
    <message>
        <source>Nothing to send</source>
        <extracomment>desktop/ui/texts.py, PILL_EMPTY</extracomment>
        <translation>Nada que enviar</translation>
    </message>
    <message>
        <source>All recordings verified</source>
        <extracomment>desktop/ui/texts.py, PILL_VERIFIED</extracomment>
        <translation>Todas las grabaciones verificadas</translation>
    </message>
    <message>
        <source>Sending as it records</source>
        <extracomment>desktop/ui/texts.py, PILL_LIVE</extracomment>
        <translation>Envía mientras graba</translation>
    </message>
    <message>
        <source>Offline</source>
        <extracomment>desktop/ui/texts.py, PILL_OFFLINE</extracomment>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>Receiver does not answer</source>
        <extracomment>desktop/ui/texts.py, PILL_UNREACHABLE</extracomment>
        <translation>El receptor no responde</translation>
    </message>
    <message>
        <source>Sending paused</source>
        <extracomment>desktop/ui/texts.py, PILL_PAUSED</extracomment>
        <translation>Envío en pausa</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <extracomment>desktop/ui/texts.py, INTERNAL_TITLE</extracomment>
        <translation>Algo salió mal.</translation>
    </message>
    <message>
        <source>Your recordings are safe. Details are in the log; if the window behaves oddly, close it and open it again.</source>
        <extracomment>desktop/ui/texts.py, INTERNAL_SENTENCE</extracomment>
        <translation>Sus grabaciones están a salvo. Los detalles están en el registro; si la ventana se comporta de forma extraña, ciérrela y vuelva a abrirla.</translation>
    </message>
    <message>
        <source>Nothing is sent: the disk is full.</source>
        <extracomment>desktop/ui/texts.py, QUEUE_FULL_TITLE</extracomment>
        <translation>No se envía nada: el disco está lleno.</translation>
    </message>
    <message>
        <source>The closing sync mark is shown.</source>
        <extracomment>desktop/ui/texts.py, SYNC_CLOSING_TITLE</extracomment>
        <translation>Se muestra la marca de sincronía final.</translation>
    </message>
    <message>
        <source>The recording stops by itself in a moment. Stop again stops it at once.</source>
        <extracomment>desktop/ui/texts.py, SYNC_CLOSING</extracomment>
        <translation>La grabación se detiene sola enseguida. Detener otra vez la detiene ya.</translation>
    </message>
    <message>
        <source>The sync mark is not complete.</source>
        <extracomment>desktop/ui/texts.py, SYNC_TROUBLE_TITLE</extracomment>
        <translation>La marca de sincronía no está completa.</translation>
    </message>
    <message>
        <source>The recording is waiting for its source.</source>
        <extracomment>desktop/ui/texts.py, PART_LOST_TITLE</extracomment>
        <translation>La grabación espera su fuente.</translation>
    </message>
    <message>
        <source>The recording did not start.</source>
        <extracomment>desktop/ui/texts.py, REFUSED_TITLE</extracomment>
        <translation>La grabación no empezó.</translation>
    </message>
    <message>
        <source>There is no sound.</source>
        <extracomment>desktop/ui/kiosk/texts.py, FOUND_SILENT_ALL</extracomment>
        <translation>No hay sonido.</translation>
    </message>
    <message>
        <source>The computer is at its limit.</source>
        <extracomment>desktop/ui/texts.py, OVERLOAD_TITLE</extracomment>
        <translation>El equipo está al límite.</translation>
    </message>
    <message>
        <source>Look after the sound.</source>
        <extracomment>desktop/ui/texts.py, SOUND_ALARM_TITLE</extracomment>
        <translation>Revise el sonido.</translation>
    </message>
    <message>
        <source>The microphone stopped.</source>
        <extracomment>desktop/ui/texts.py, SOUND_LOST_TITLE</extracomment>
        <translation>El micrófono se detuvo.</translation>
    </message>
    <message>
        <source>An alarm sounds.</source>
        <extracomment>desktop/ui/texts.py, CALLING_TITLE</extracomment>
        <translation>Suena una alarma.</translation>
    </message>
    <message>
        <source>Something needs you. What was recorded is safe.</source>
        <extracomment>desktop/ui/texts.py, CALLING</extracomment>
        <translation>Algo le necesita. Lo grabado está a salvo.</translation>
    </message>
    <message>
        <source>Look after the picture.</source>
        <extracomment>desktop/ui/texts.py, PICTURE_ALARM_TITLE</extracomment>
        <translation>Revise la imagen.</translation>
    </message>
    <message>
        <source>The picture stands still.</source>
        <extracomment>desktop/ui/texts.py, PICTURE_FROZEN_TITLE</extracomment>
        <translation>La imagen está parada.</translation>
    </message>
    <message>
        <source>The picture is black.</source>
        <extracomment>desktop/ui/texts.py, PICTURE_BLACK_TITLE</extracomment>
        <translation>La imagen está negra.</translation>
    </message>
    <message>
        <source>Is this the right camera?</source>
        <extracomment>desktop/ui/texts.py, DEVICE_CHANGED_TITLES</extracomment>
        <translation>¿Es la cámara correcta?</translation>
    </message>
    <message>
        <source>Is this the right microphone?</source>
        <extracomment>desktop/ui/texts.py, DEVICE_CHANGED_TITLES</extracomment>
        <translation>¿Es el micrófono correcto?</translation>
    </message>
    <message>
        <source>Look at this recording before the participant leaves.</source>
        <extracomment>desktop/ui/texts.py, FINDINGS_TITLE</extracomment>
        <translation>Mire esta grabación antes de que se vaya el participante.</translation>
    </message>
    <message>
        <source>The recording is kept; record again if it matters.</source>
        <extracomment>desktop/ui/texts.py, FINDINGS_SAFE</extracomment>
        <translation>La grabación se conserva; grabe de nuevo si es importante.</translation>
    </message>
    <message>
        <source>Recording saved.</source>
        <extracomment>desktop/ui/texts.py, CHECKED_TITLE</extracomment>
        <translation>Grabación guardada.</translation>
    </message>
    <message>
        <source>Holdfast could not get ready.</source>
        <extracomment>desktop/ui/texts.py, START_FAILED_TITLE</extracomment>
        <translation>Holdfast no pudo prepararse.</translation>
    </message>
    <message>
        <source>The list of recordings cannot be read at the moment.</source>
        <extracomment>desktop/ui/texts.py, QUEUE_FAILED_TITLE</extracomment>
        <translation>No se puede leer ahora la lista de grabaciones.</translation>
    </message>
    <message>
        <source>That did not work.</source>
        <extracomment>desktop/ui/texts.py, COMMAND_FAILED_TITLE</extracomment>
        <translation>Eso no funcionó.</translation>
    </message>
    <message>
        <source>A recording is running. Stop it, keep it and quit?</source>
        <extracomment>desktop/ui/texts.py, QUIT_WHILE_RECORDING</extracomment>
        <translation>Hay una grabación en curso. ¿Detenerla, conservarla y salir?</translation>
    </message>
    <message>
        <source>Everything recorded so far is safe. What waits to be sent goes on at the next start.</source>
        <extracomment>desktop/ui/texts.py, QUIT_WHILE_RECORDING_MORE</extracomment>
        <translation>Todo lo grabado hasta ahora está a salvo. Lo que espera envío continúa en el próximo inicio.</translation>
    </message>
    <message>
        <source>&amp;Keep recording</source>
        <extracomment>desktop/ui/texts.py, KEEP_RECORDING</extracomment>
        <translation>&amp;Seguir grabando</translation>
    </message>
    <message>
        <source>&amp;Stop and quit</source>
        <extracomment>desktop/ui/texts.py, STOP_AND_QUIT</extracomment>
        <translation>&amp;Detener y salir</translation>
    </message>
    <message>
        <source>Keep</source>
        <extracomment>desktop/ui/queue_texts.py, DO_KEEP</extracomment>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <extracomment>desktop/ui/texts.py, KEEP_MNEMONIC</extracomment>
        <translation>Con&amp;servar</translation>
    </message>
    <message>
        <source>&amp;Keep after all</source>
        <extracomment>desktop/ui/texts.py, KEEP_AFTER_ALL_MNEMONIC</extracomment>
        <translation>Con&amp;servar de todos modos</translation>
    </message>
    <message>
        <source>Discard</source>
        <extracomment>desktop/ui/kiosk/texts.py, UNDO_KEEP</extracomment>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>The recording did not begin; the log record.log says why.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>La grabación no empezó; el registro record.log dice por qué.</translation>
    </message>
    <message>
        <source>The recording is not in the queue.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>La grabación no está en la cola.</translation>
    </message>
    <message>
        <source>It is home, checked and playable, {home_s} s after the trouble ended.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>Está en casa, verificada y reproducible, {home_s} s después de que terminara el problema.</translation>
    </message>
    <message>
        <source>It has not come home within {HOME_S} s.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>No ha llegado a casa en {HOME_S} s.</translation>
    </message>
    <message>
        <source>The network is cut. The recording goes on.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>La red está cortada. La grabación sigue.</translation>
    </message>
    <message>
        <source>The queue has noticed.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>La cola se ha dado cuenta.</translation>
    </message>
    <message>
        <source>The recording did not end in good order.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>La grabación no terminó en orden.</translation>
    </message>
    <message>
        <source>The network is back.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>La red ha vuelto.</translation>
    </message>
    <message>
        <source>The camera is unplugged. The recording waits for it.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>La cámara está desconectada. La grabación la espera.</translation>
    </message>
    <message>
        <source>The camera is plugged in again.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>La cámara está conectada de nuevo.</translation>
    </message>
    <message>
        <source>The recording has no gap noted where the camera was away.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>La grabación no tiene anotada ninguna interrupción donde faltó la cámara.</translation>
    </message>
    <message>
        <source>The recording went on; a gap of {missing_s} s is noted in it.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>La grabación siguió; en ella queda anotada una interrupción de {missing_s} s.</translation>
    </message>
    <message>
        <source>Recorder and uploader are killed, without a warning.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>La grabadora y el envío se matan sin aviso.</translation>
    </message>
    <message>
        <source>The program is started again. It looks for what was cut short.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>El programa se inicia de nuevo. Busca lo que quedó cortado.</translation>
    </message>
    <message>
        <source>Of the recording, {lost_s} s at its end were lost; all before is kept.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>De la grabación se perdieron {lost_s} s al final; todo lo anterior se conserva.</translation>
    </message>
    <message>
        <source>The disk is filled but for 4 MB.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>El disco está lleno salvo 4 MB.</translation>
    </message>
    <message>
        <source>The recording was ended in good order after {duration_s} s.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>La grabación se terminó en orden a los {duration_s} s.</translation>
    </message>
    <message>
        <source>Another recording was begun although there was no space for it.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>Se empezó otra grabación aunque no había espacio para ella.</translation>
    </message>
    <message>
        <source>Space was made.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>Se hizo sitio.</translation>
    </message>
    <message>
        <source>This computer does not allow a program to make a small disk of its own, so that none was filled.</source>
        <extracomment>desktop/drill/drill.py</extracomment>
        <translation>Este equipo no permite que un programa cree un disco pequeño propio, así que no se llenó ninguno.</translation>
    </message>
    <message>
        <source>Packing was stopped; run it again to go on where it was.</source>
        <extracomment>desktop/errands.py</extracomment>
        <translation>El empaquetado se detuvo; ejecútelo de nuevo para seguir donde estaba.</translation>
    </message>
    <message>
        <source>Not enrolled: recordings are kept here, and nothing was sent for a trial.</source>
        <extracomment>desktop/morning_lights.py</extracomment>
        <translation>Sin inscribir: las grabaciones se quedan aquí y no se envió nada como prueba.</translation>
    </message>
    <message>
        <source>See the line of the receiver above, and `holdfast queue list`.</source>
        <extracomment>desktop/morning_lights.py</extracomment>
        <translation>Vea la línea del receptor más arriba, y `holdfast queue list`.</translation>
    </message>
    <message>
        <source>Every segment is on disk and matches its hash.</source>
        <extracomment>desktop/morning_lights.py</extracomment>
        <translation>Cada segmento está en el disco y coincide con su hash.</translation>
    </message>
    <message>
        <source>Look at the line of the disk above.</source>
        <extracomment>desktop/morning_lights.py</extracomment>
        <translation>Vea la línea del disco más arriba.</translation>
    </message>
    <message>
        <source>The receiver misses nothing of it.</source>
        <extracomment>desktop/morning_lights.py</extracomment>
        <translation>Al receptor no le falta nada.</translation>
    </message>
    <message>
        <source>The receiver&apos;s signed receipt matches our hashes.</source>
        <extracomment>desktop/morning_lights.py</extracomment>
        <translation>El recibo firmado del receptor coincide con nuestros hashes.</translation>
    </message>
    <message>
        <source>The receiver has joined it and decoded its first and last picture.</source>
        <extracomment>desktop/morning_lights.py</extracomment>
        <translation>El receptor la ha unido y ha descodificado su primera y su última imagen.</translation>
    </message>
    <message>
        <source>Ask your administrator whether the receiver prepares videos.</source>
        <extracomment>desktop/morning_lights.py</extracomment>
        <translation>Pregunte a su administrador si el receptor prepara vídeos.</translation>
    </message>
    <message>
        <source>The enrolment cannot be read ({error}). Recordings are kept here.</source>
        <extracomment>desktop/morning.py</extracomment>
        <translation>No se puede leer la inscripción ({error}). Las grabaciones se quedan aquí.</translation>
    </message>
    <message>
        <source>The settings name a source that is not there.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>Los ajustes nombran una fuente que no existe.</translation>
    </message>
    <message>
        <source>{there} the source is {source}.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>{there} la fuente es {source}.</translation>
    </message>
    <message>
        <source>No camera was found.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>No se encontró ninguna cámara.</translation>
    </message>
    <message>
        <source>Plug one in, or switch it on; then `holdfast devices` lists it.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>Conecte una o enciéndala; entonces `holdfast devices` la muestra.</translation>
    </message>
    <message>
        <source>There is {names}, but not {path}, which the settings name.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>Hay {names}, pero no {path}, que nombran los ajustes.</translation>
    </message>
    <message>
        <source>Plug that one in, or name another in `capture.source`.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>Conecte esa o nombre otra en `capture.source`.</translation>
    </message>
    <message>
        <source>None is needed with these settings.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>Con estos ajustes no hace falta ninguno.</translation>
    </message>
    <message>
        <source>None was found.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>No se encontró ninguno.</translation>
    </message>
    <message>
        <source>Plug one in, or choose the system&apos;s input; without one, recordings are silent.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>Conecte uno o elija la entrada del sistema; sin él, las grabaciones no tienen sonido.</translation>
    </message>
    <message>
        <source>The folder {root} cannot be written ({error}).</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>No se puede escribir en la carpeta {root} ({error}).</translation>
    </message>
    <message>
        <source>Make it writable, free some space, or choose another with --home.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>Permita escribir en ella, libere espacio o elija otra con --home.</translation>
    </message>
    <message>
        <source>Choose a faster disk: this one may lose pictures.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>Elija un disco más rápido: este puede perder imágenes.</translation>
    </message>
    <message>
        <source>Free some space, or choose another disk.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>Libere espacio o elija otro disco.</translation>
    </message>
    <message>
        <source>The overflow folder {folder} cannot be read ({error}).</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>La segunda carpeta {folder} no se puede leer ({error}).</translation>
    </message>
    <message>
        <source>Connect its disk again.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>Conecte de nuevo su disco.</translation>
    </message>
    <message>
        <source>{sqlite_version}; a database in {root} does not work ({error}).</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>{sqlite_version}; una base de datos en {root} no funciona ({error}).</translation>
    </message>
    <message>
        <source>Choose a disk of this computer for --home, not a network drive.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>Elija para --home un disco de este equipo, no una unidad de red.</translation>
    </message>
    <message>
        <source>{sqlite_version}; all {PRAGMAS} settings of the queue hold on this disk.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>{sqlite_version}; los {PRAGMAS} ajustes de la cola se cumplen en este disco.</translation>
    </message>
    <message>
        <source>This version can lose what it wrote: install pysqlite3 again.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>Esta versión puede perder lo escrito: instale pysqlite3 de nuevo.</translation>
    </message>
    <message>
        <source>Not installed. Nothing needs it: Holdfast brings its own.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>No está instalado. Nada lo necesita: Holdfast trae el suyo.</translation>
    </message>
    <message>
        <source>{path} does not run ({error}).</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>{path} no funciona ({error}).</translation>
    </message>
    <message>
        <source>Nothing needs it.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>Nada lo necesita.</translation>
    </message>
    <message>
        <source>{Copyright}; nothing needs it.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>{Copyright}; nada lo necesita.</translation>
    </message>
    <message>
        <source>What was found out cannot be kept ({error}); recordings use libx264.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>Lo averiguado no se puede guardar ({error}); las grabaciones usan libx264.</translation>
    </message>
    <message>
        <source>Make the home writable.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>Permita escribir en la carpeta de Holdfast.</translation>
    </message>
    <message>
        <source>Check its driver, or set `capture.encoder` to `auto`.</source>
        <extracomment>desktop/computer_checks.py</extracomment>
        <translation>Revise su controlador o ponga `capture.encoder` en `auto`.</translation>
    </message>
    <message>
        <source>The devices do not answer. Nothing was recorded.</source>
        <extracomment>desktop/morning.py</extracomment>
        <translation>Los dispositivos no responden. No se grabó nada.</translation>
    </message>
    <message>
        <source>Not within {home_s} s.</source>
        <extracomment>desktop/morning.py</extracomment>
        <translation>No en {home_s} s.</translation>
    </message>
    <message>
        <source>Ask for a new code and use `holdfast enrol`.</source>
        <extracomment>desktop/receiver_checks.py</extracomment>
        <translation>Pida un código nuevo y use `holdfast enrol`.</translation>
    </message>
    <message>
        <source>Not enrolled: recordings are kept here and not sent.</source>
        <extracomment>desktop/receiver_checks.py</extracomment>
        <translation>No está registrado: las grabaciones se quedan aquí y no se envían.</translation>
    </message>
    <message>
        <source>Recordings are kept here and sent once it answers.</source>
        <extracomment>desktop/receiver_checks.py</extracomment>
        <translation>Las grabaciones se quedan aquí y se envían en cuanto responda.</translation>
    </message>
    <message>
        <source>{url}: something else answers ({status}), perhaps a login page.</source>
        <extracomment>desktop/receiver_checks.py</extracomment>
        <translation>{url}: responde otra cosa ({status}), quizá una página de inicio de sesión.</translation>
    </message>
    <message>
        <source>Log in to this network, or ask for the receiver&apos;s address.</source>
        <extracomment>desktop/receiver_checks.py</extracomment>
        <translation>Inicie sesión en esta red o pregunte la dirección del receptor.</translation>
    </message>
    <message>
        <source>{url} speaks another version of the protocol.</source>
        <extracomment>desktop/receiver_checks.py</extracomment>
        <translation>{url} habla otra versión del protocolo.</translation>
    </message>
    <message>
        <source>Update the older side; recordings are kept here meanwhile.</source>
        <extracomment>desktop/receiver_checks.py</extracomment>
        <translation>Actualice el lado más antiguo; mientras tanto las grabaciones se quedan aquí.</translation>
    </message>
    <message>
        <source>{url}: this computer is not allowed to upload any more.</source>
        <extracomment>desktop/receiver_checks.py</extracomment>
        <translation>{url}: este equipo ya no puede enviar.</translation>
    </message>
    <message>
        <source>Ask your administrator for a new enrolment code.</source>
        <extracomment>desktop/receiver_checks.py</extracomment>
        <translation>Pida a su administrador un nuevo código de registro.</translation>
    </message>
    <message>
        <source>Its log says why; recordings are kept here meanwhile.</source>
        <extracomment>desktop/receiver_checks.py</extracomment>
        <translation>Su registro dice por qué; mientras tanto las grabaciones se quedan aquí.</translation>
    </message>
    <message>
        <source>{url} is another receiver than the one this computer is enrolled at.</source>
        <extracomment>desktop/receiver_checks.py</extracomment>
        <translation>{url} es un receptor distinto de aquel en el que está registrado este equipo.</translation>
    </message>
    <message>
        <source>Ask your administrator; nothing is deleted here on its word.</source>
        <extracomment>desktop/receiver_checks.py</extracomment>
        <translation>Pregunte a su administrador; por su palabra no se borra nada aquí.</translation>
    </message>
    <message>
        <source>{url} answers (version {version}), and the enrolment holds.</source>
        <extracomment>desktop/receiver_checks.py</extracomment>
        <translation>{url} responde (versión {version}) y el registro es válido.</translation>
    </message>
    <message>
        <source>Not compared: {why}. Recordings keep their own time.</source>
        <extracomment>desktop/receiver_checks.py</extracomment>
        <translation>Sin comparar: {why}. Las grabaciones llevan su propia hora.</translation>
    </message>
    <message>
        <source>{value_s} s to the receiver, ± {uncertainty_s} s.</source>
        <extracomment>desktop/receiver_checks.py</extracomment>
        <translation>{value_s} s respecto al receptor, ± {uncertainty_s} s.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {value_s} s off. Recordings keep their own time; uploads are not affected.</source>
        <extracomment>desktop/receiver_checks.py</extracomment>
        <translation>El reloj de este equipo se desvía {value_s} s. Las grabaciones llevan su propia hora; los envíos no se ven afectados.</translation>
    </message>
    <message>
        <source>Let the system set its clock.</source>
        <extracomment>desktop/receiver_checks.py</extracomment>
        <translation>Deje que el sistema ajuste su reloj.</translation>
    </message>
    <message>
        <source>A study in several languages says in `language` which its first is.</source>
        <extracomment>desktop/study_languages.py</extracomment>
        <translation>Un estudio en varios idiomas dice en `language` cuál es el primero.</translation>
    </message>
    <message>
        <source>Nobody can agree to a text in another language: add `consent`.</source>
        <extracomment>desktop/study_languages.py</extracomment>
        <translation>Nadie puede aceptar un texto en otro idioma: añada `consent`.</translation>
    </message>
    <message>
        <source>The prompt {id} is not translated.</source>
        <extracomment>desktop/study_languages.py</extracomment>
        <translation>La tarea {id} no está traducida.</translation>
    </message>
    <message>
        <source>The prompts are not translated: add `prompts` with their ids.</source>
        <extracomment>desktop/study_languages.py</extracomment>
        <translation>Las tareas no están traducidas: añada `prompts` con sus identificadores.</translation>
    </message>
    <message>
        <source>The receiver answered something that this Holdfast does not know ({status}).</source>
        <extracomment>uploader/policy.py</extracomment>
        <translation>El receptor respondió algo que este Holdfast no conoce ({status}).</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <extracomment>uploader/receiver_key.py</extracomment>
        <translation>No se cambió nada.</translation>
    </message>
    <message>
        <source>The receiver has the key {new_key}, not {key}. Nothing was changed.</source>
        <extracomment>uploader/receiver_key.py</extracomment>
        <translation>El receptor tiene la clave {new_key}, no {key}. No se cambió nada.</translation>
    </message>
    <message>
        <source>{day}&#xa0;{month}</source>
        <extracomment>desktop/ui/amounts_texts.py, DAY</extracomment>
        <translation>{day}&#xa0;{month}</translation>
    </message>
    <message>
        <source>State card…</source>
        <extracomment>desktop/ui/card_texts.py, MENU</extracomment>
        <translation>Tarjeta de estado…</translation>
    </message>
    <message>
        <source>State card</source>
        <extracomment>desktop/ui/card_texts.py, TITLE</extracomment>
        <translation>Tarjeta de estado</translation>
    </message>
    <message>
        <source>How this computer stands, to carry away</source>
        <extracomment>desktop/ui/card_texts.py, HEADING</extracomment>
        <translation>Cómo está este equipo, para llevar</translation>
    </message>
    <message>
        <source>For when this computer cannot reach its receiver. Scan the code with a phone, and give what it says to your administrator. It holds numbers and no names, and is signed by this computer.</source>
        <extracomment>desktop/ui/card_texts.py, SENTENCE</extracomment>
        <translation>Para cuando este equipo no llega a su receptor. Escanee el código con un teléfono y dé lo que dice a su administrador. Contiene números y ningún nombre, y está firmado por este equipo.</translation>
    </message>
    <message>
        <source>QR code of the state card</source>
        <extracomment>desktop/ui/card_texts.py, CODE</extracomment>
        <translation>Código QR de la tarjeta de estado</translation>
    </message>
    <message>
        <source>Writing the card…</source>
        <extracomment>desktop/ui/card_texts.py, MAKING</extracomment>
        <translation>Escribiendo la tarjeta…</translation>
    </message>
    <message>
        <source>The card cannot be written now.</source>
        <extracomment>desktop/ui/card_texts.py, FAILED</extracomment>
        <translation>Ahora no se puede escribir la tarjeta.</translation>
    </message>
    <message>
        <source>As of {time}</source>
        <extracomment>desktop/ui/card_texts.py, AT</extracomment>
        <translation>A fecha de {time}</translation>
    </message>
    <message>
        <source>At the receiver, holdfast admin statement reads it and says whether it is genuine.</source>
        <extracomment>desktop/ui/card_texts.py, CHECK</extracomment>
        <translation>En el receptor, holdfast admin statement la lee y dice si es auténtica.</translation>
    </message>
    <message>
        <source>Copy the line</source>
        <extracomment>desktop/ui/card_texts.py, COPY</extracomment>
        <translation>Copiar la línea</translation>
    </message>
    <message>
        <source>&amp;Copy the line</source>
        <extracomment>desktop/ui/card_texts.py, COPY_MNEMONIC</extracomment>
        <translation>&amp;Copiar la línea</translation>
    </message>
    <message>
        <source>Copied.</source>
        <extracomment>desktop/ui/card_texts.py, COPIED</extracomment>
        <translation>Copiado.</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <extracomment>desktop/ui/card_texts.py, SAVE</extracomment>
        <translation>Guardar la imagen</translation>
    </message>
    <message>
        <source>&amp;Save the picture…</source>
        <extracomment>desktop/ui/card_texts.py, SAVE_MNEMONIC</extracomment>
        <translation>&amp;Guardar la imagen…</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <extracomment>desktop/ui/card_texts.py, SAVED</extracomment>
        <translation>Guardado como {file}.</translation>
    </message>
    <message>
        <source>The picture could not be saved as {file}. Choose another folder.</source>
        <extracomment>desktop/ui/card_texts.py, NOT_SAVED</extracomment>
        <translation>No se pudo guardar la imagen como {file}. Elija otra carpeta.</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <extracomment>desktop/ui/card_texts.py, PICTURES</extracomment>
        <translation>Imágenes (*.png)</translation>
    </message>
    <message>
        <source>state-card.png</source>
        <extracomment>desktop/ui/card_texts.py, FILE_NAME</extracomment>
        <translation>tarjeta-de-estado.png</translation>
    </message>
    <message>
        <source>Write it anew</source>
        <extracomment>desktop/ui/card_texts.py, AGAIN</extracomment>
        <translation>Escribirla de nuevo</translation>
    </message>
    <message>
        <source>Write it a&amp;new</source>
        <extracomment>desktop/ui/card_texts.py, AGAIN_MNEMONIC</extracomment>
        <translation>Escribirla de &amp;nuevo</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <extracomment>desktop/ui/card_texts.py, CLOSE_MNEMONIC</extracomment>
        <translation>Ce&amp;rrar</translation>
    </message>
    <message>
        <source>Fire drill…</source>
        <extracomment>desktop/ui/drill_texts.py, MENU</extracomment>
        <translation>Simulacro…</translation>
    </message>
    <message>
        <source>Fire drill</source>
        <extracomment>desktop/ui/drill_texts.py, TITLE</extracomment>
        <translation>Simulacro</translation>
    </message>
    <message>
        <source>Try what could go wrong, before it does</source>
        <extracomment>desktop/ui/drill_texts.py, HEADING</extracomment>
        <translation>Pruebe lo que podría salir mal antes de que ocurra</translation>
    </message>
    <message>
        <source>You cause four accidents, and watch everything arrive all the same. The drill runs in a sandbox with a drawn scene: no recording and no camera is touched. It takes about three minutes and ends with a report for your ethics board.</source>
        <extracomment>desktop/ui/drill_texts.py, SENTENCE</extracomment>
        <translation>Usted provoca cuatro accidentes y ve cómo todo llega a pesar de ello. El simulacro se ejecuta aparte, con una escena dibujada: no se toca ninguna grabación ni ninguna cámara. Dura unos tres minutos y termina con un informe para su comité de ética.</translation>
    </message>
    <message>
        <source>Start the drill</source>
        <extracomment>desktop/ui/drill_texts.py, START</extracomment>
        <translation>Empezar el simulacro</translation>
    </message>
    <message>
        <source>&amp;Start the drill</source>
        <extracomment>desktop/ui/drill_texts.py, START_MNEMONIC</extracomment>
        <translation>&amp;Empezar el simulacro</translation>
    </message>
    <message>
        <source>Stop the drill</source>
        <extracomment>desktop/ui/drill_texts.py, STOP</extracomment>
        <translation>Detener el simulacro</translation>
    </message>
    <message>
        <source>&amp;Stop the drill</source>
        <extracomment>desktop/ui/drill_texts.py, STOP_MNEMONIC</extracomment>
        <translation>&amp;Detener el simulacro</translation>
    </message>
    <message>
        <source>Open the report</source>
        <extracomment>desktop/ui/drill_texts.py, REPORT</extracomment>
        <translation>Abrir el informe</translation>
    </message>
    <message>
        <source>Open the &amp;report</source>
        <extracomment>desktop/ui/drill_texts.py, REPORT_MNEMONIC</extracomment>
        <translation>Abrir el &amp;informe</translation>
    </message>
    <message>
        <source>What was seen</source>
        <extracomment>desktop/ui/drill_texts.py, SEEN</extracomment>
        <translation>Qué se vio</translation>
    </message>
    <message>
        <source>The network is cut</source>
        <extracomment>desktop/ui/drill_texts.py, ACCIDENTS</extracomment>
        <translation>Se corta la red</translation>
    </message>
    <message>
        <source>The camera is unplugged</source>
        <extracomment>desktop/ui/drill_texts.py, ACCIDENTS</extracomment>
        <translation>Se desconecta la cámara</translation>
    </message>
    <message>
        <source>The program is killed</source>
        <extracomment>desktop/ui/drill_texts.py, ACCIDENTS</extracomment>
        <translation>Se mata el programa</translation>
    </message>
    <message>
        <source>The disk fills up</source>
        <extracomment>desktop/ui/drill_texts.py, ACCIDENTS</extracomment>
        <translation>El disco se llena</translation>
    </message>
    <message>
        <source>Cut the network</source>
        <extracomment>desktop/ui/drill_texts.py, ACTS</extracomment>
        <translation>Cortar la red</translation>
    </message>
    <message>
        <source>Unplug the camera</source>
        <extracomment>desktop/ui/drill_texts.py, ACTS</extracomment>
        <translation>Desconectar la cámara</translation>
    </message>
    <message>
        <source>Kill the program</source>
        <extracomment>desktop/ui/drill_texts.py, ACTS</extracomment>
        <translation>Matar el programa</translation>
    </message>
    <message>
        <source>Fill the disk</source>
        <extracomment>desktop/ui/drill_texts.py, ACTS</extracomment>
        <translation>Llenar el disco</translation>
    </message>
    <message>
        <source>Watching…</source>
        <extracomment>desktop/ui/drill_texts.py, STATES</extracomment>
        <translation>Observando…</translation>
    </message>
    <message>
        <source>Your turn</source>
        <extracomment>desktop/ui/drill_texts.py, STATES</extracomment>
        <translation>Su turno</translation>
    </message>
    <message>
        <source>It held</source>
        <extracomment>desktop/ui/drill_texts.py, STATES</extracomment>
        <translation>Aguantó</translation>
    </message>
    <message>
        <source>It did not hold</source>
        <extracomment>desktop/ui/drill_texts.py, STATES</extracomment>
        <translation>No aguantó</translation>
    </message>
    <message>
        <source>Left out here</source>
        <extracomment>desktop/ui/drill_texts.py, STATES</extracomment>
        <translation>Omitido aquí</translation>
    </message>
    <message>
        <source>Nothing has been tried yet.</source>
        <extracomment>desktop/ui/drill_texts.py, READY</extracomment>
        <translation>Aún no se ha probado nada.</translation>
    </message>
    <message>
        <source>Starting a recorder, an uploader and a receiver of the drill&apos;s own…</source>
        <extracomment>desktop/ui/drill_texts.py, PREPARING</extracomment>
        <translation>Iniciando una grabadora, un envío y un receptor propios del simulacro…</translation>
    </message>
    <message>
        <source>A recording is running. Press the button whenever you like.</source>
        <extracomment>desktop/ui/drill_texts.py, YOUR_TURN</extracomment>
        <translation>Hay una grabación en curso. Pulse el botón cuando quiera.</translation>
    </message>
    <message>
        <source>Everything that was recorded came home.</source>
        <extracomment>desktop/ui/drill_texts.py, ALL_HELD</extracomment>
        <translation>Todo lo grabado llegó a casa.</translation>
    </message>
    <message>
        <source>Not everything held. The report says what did not.</source>
        <extracomment>desktop/ui/drill_texts.py, NOT_HELD</extracomment>
        <translation>No todo aguantó. El informe dice qué no.</translation>
    </message>
    <message>
        <source>The drill was stopped. Nothing else was touched.</source>
        <extracomment>desktop/ui/drill_texts.py, STOPPED</extracomment>
        <translation>El simulacro se detuvo. No se tocó nada más.</translation>
    </message>
    <message>
        <source>The drill could not be held to its end. {why}</source>
        <extracomment>desktop/ui/drill_texts.py, FAILED</extracomment>
        <translation>El simulacro no pudo llegar a su fin. {why}</translation>
    </message>
    <message>
        <source>It ended without a word; nothing else was touched.</source>
        <extracomment>desktop/ui/drill_texts.py, UNKNOWN</extracomment>
        <translation>Terminó sin decir nada; no se tocó nada más.</translation>
    </message>
    <message>
        <source>Study: {title}</source>
        <extracomment>desktop/ui/field_texts.py, STUDY</extracomment>
        <translation>Estudio: {title}</translation>
    </message>
    <message>
        <source>No study</source>
        <extracomment>desktop/ui/field_texts.py, NO_STUDY</extracomment>
        <translation>Sin estudio</translation>
    </message>
    <message>
        <source>Which study the next recordings belong to (Ctrl+T)</source>
        <extracomment>desktop/ui/field_texts.py, STUDY_HINT</extracomment>
        <translation>A qué estudio pertenecen las próximas grabaciones (Ctrl+T)</translation>
    </message>
    <message>
        <source>Study of the next recordings</source>
        <extracomment>desktop/ui/field_texts.py, STUDY_NAME</extracomment>
        <translation>Estudio de las próximas grabaciones</translation>
    </message>
    <message>
        <source>Language of the study</source>
        <extracomment>desktop/ui/field_texts.py, STUDY_LANGUAGES</extracomment>
        <translation>Idioma del estudio</translation>
    </message>
    <message>
        <source>Open a study file…</source>
        <extracomment>desktop/ui/field_texts.py, OPEN_STUDY</extracomment>
        <translation>Abrir un archivo de estudio…</translation>
    </message>
    <message>
        <source>Open a study file</source>
        <extracomment>desktop/ui/field_texts.py, OPEN_STUDY_TITLE</extracomment>
        <translation>Abrir un archivo de estudio</translation>
    </message>
    <message>
        <source>Study files</source>
        <extracomment>desktop/ui/field_texts.py, STUDY_FILES</extracomment>
        <translation>Archivos de estudio</translation>
    </message>
    <message>
        <source>This study file cannot be used.</source>
        <extracomment>desktop/ui/field_texts.py, STUDY_FAULTY_TITLE</extracomment>
        <translation>Este archivo de estudio no se puede usar.</translation>
    </message>
    <message>
        <source>{faults} Nothing was changed; recordings are safe on this computer.</source>
        <extracomment>desktop/ui/field_texts.py, STUDY_FAULTY</extracomment>
        <translation>{faults} No se cambió nada; las grabaciones están a salvo en este equipo.</translation>
    </message>
    <message>
        <source>The chosen study is not here.</source>
        <extracomment>desktop/ui/field_texts.py, STUDY_GONE_TITLE</extracomment>
        <translation>El estudio elegido no está aquí.</translation>
    </message>
    <message>
        <source>“{study}” is neither a study that this computer was given nor a file that can be read. You can record without a study, or choose another one.</source>
        <extracomment>desktop/ui/field_texts.py, STUDY_GONE</extracomment>
        <translation>«{study}» no es ni un estudio que se diera a este equipo ni un archivo legible. Puede grabar sin estudio o elegir otro.</translation>
    </message>
    <message>
        <source>Make a new id</source>
        <extracomment>desktop/ui/field_texts.py, RANDOM</extracomment>
        <translation>Crear un identificador nuevo</translation>
    </message>
    <message>
        <source>Make an id that says nothing about the person</source>
        <extracomment>desktop/ui/field_texts.py, RANDOM_HINT</extracomment>
        <translation>Crear un identificador que no diga nada de la persona</translation>
    </message>
    <message>
        <source>Note</source>
        <extracomment>desktop/ui/field_texts.py, NOTE</extracomment>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Note about this recording</source>
        <extracomment>desktop/ui/field_texts.py, NOTE_EMPTY</extracomment>
        <translation>Nota sobre esta grabación</translation>
    </message>
    <message>
        <source>Kept with the recording and sent with it</source>
        <extracomment>desktop/ui/field_texts.py, NOTE_HINT</extracomment>
        <translation>Se conserva con la grabación y se envía con ella</translation>
    </message>
    <message>
        <source>Numbers of this study look like {example}. You can record all the same.</source>
        <extracomment>desktop/ui/field_texts.py, NOT_LIKE</extracomment>
        <translation>Los números de este estudio son como {example}. Puede grabar de todos modos.</translation>
    </message>
    <message>
        <source>This is no number of this study. You can record all the same.</source>
        <extracomment>desktop/ui/field_texts.py, NOT_OF_STUDY</extracomment>
        <translation>Este no es un número de este estudio. Puede grabar de todos modos.</translation>
    </message>
    <message>
        <source>Agreed to the text, version {version}</source>
        <extracomment>desktop/ui/field_texts.py, AGREED</extracomment>
        <translation>De acuerdo con el texto, versión {version}</translation>
    </message>
    <message>
        <source>Without it the recording is made and kept, and nothing of it leaves this computer before the participant has agreed</source>
        <extracomment>desktop/ui/field_texts.py, AGREED_HINT</extracomment>
        <translation>Sin él se graba y se conserva, y nada sale de este equipo antes de que el participante haya dado su acuerdo</translation>
    </message>
    <message>
        <source>What is happening?</source>
        <extracomment>desktop/ui/field_texts.py, MARK_WORDS</extracomment>
        <translation>¿Qué está pasando?</translation>
    </message>
    <message>
        <source>What is happening? Enter marks it</source>
        <extracomment>desktop/ui/field_texts.py, MARK_WORDS_EMPTY</extracomment>
        <translation>¿Qué está pasando? Intro lo marca</translation>
    </message>
    <message>
        <source>Last marks</source>
        <extracomment>desktop/ui/field_texts.py, LAST_MARKS</extracomment>
        <translation>Últimas marcas</translation>
    </message>
    <message>
        <source>Framing guide</source>
        <extracomment>desktop/ui/field_texts.py, GUIDE</extracomment>
        <translation>Guía de encuadre</translation>
    </message>
    <message>
        <source>Framing guide on the picture</source>
        <extracomment>desktop/ui/field_texts.py, GUIDE_MENU</extracomment>
        <translation>Guía de encuadre sobre la imagen</translation>
    </message>
    <message>
        <source>Good: the face is in the frame</source>
        <extracomment>desktop/ui/framing_texts.py, ADVICE</extracomment>
        <translation>Bien: la cara está en la imagen</translation>
    </message>
    <message>
        <source>Too dark</source>
        <extracomment>desktop/ui/framing_texts.py, ADVICE</extracomment>
        <translation>Demasiado oscuro</translation>
    </message>
    <message>
        <source>No face in the picture</source>
        <extracomment>desktop/ui/framing_texts.py, ADVICE</extracomment>
        <translation>Ninguna cara en la imagen</translation>
    </message>
    <message>
        <source>Move closer</source>
        <extracomment>desktop/ui/framing_texts.py, ADVICE</extracomment>
        <translation>Acérquese</translation>
    </message>
    <message>
        <source>Move back a little</source>
        <extracomment>desktop/ui/framing_texts.py, ADVICE</extracomment>
        <translation>Aléjese un poco</translation>
    </message>
    <message>
        <source>Move to your left</source>
        <extracomment>desktop/ui/framing_texts.py, ADVICE</extracomment>
        <translation>Muévase a su izquierda</translation>
    </message>
    <message>
        <source>Move to your right</source>
        <extracomment>desktop/ui/framing_texts.py, ADVICE</extracomment>
        <translation>Muévase a su derecha</translation>
    </message>
    <message>
        <source>Sit up a little, or lower the camera</source>
        <extracomment>desktop/ui/framing_texts.py, ADVICE</extracomment>
        <translation>Enderécese un poco o baje la cámara</translation>
    </message>
    <message>
        <source>Sit down a little, or raise the camera</source>
        <extracomment>desktop/ui/framing_texts.py, ADVICE</extracomment>
        <translation>Siéntese un poco más bajo o suba la cámara</translation>
    </message>
    <message>
        <source>Recordings {size}</source>
        <extracomment>desktop/ui/field_texts.py, OURS</extracomment>
        <translation>Grabaciones {size}</translation>
    </message>
    <message>
        <source>A recording is running, and its first segment is saved.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>Hay una grabación en curso y su primer segmento está guardado.</translation>
    </message>
    <message>
        <source>The queue has not noticed that nothing gets through.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>La cola no ha notado que nada pasa.</translation>
    </message>
    <message>
        <source>This computer is not enrolled at a receiver yet. Recordings are safe here; enrol it in the settings, or with holdfast enrol URL CODE.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation>Este equipo aún no está inscrito en ningún receptor. Las grabaciones están a salvo aquí; inscríbalo en los ajustes o con holdfast enrol URL CODE.</translation>
    </message>
    <message>
        <source>Drill again</source>
        <extracomment>desktop/ui/drill_texts.py, AGAIN</extracomment>
        <translation>Hacerlo otra vez</translation>
    </message>
    <message>
        <source>Drill a&amp;gain</source>
        <extracomment>desktop/ui/drill_texts.py, AGAIN_MNEMONIC</extracomment>
        <translation>Hacerlo o&amp;tra vez</translation>
    </message>
    <message>
        <source>Other files {size}</source>
        <extracomment>desktop/ui/field_texts.py, OTHERS</extracomment>
        <translation>Otros archivos {size}</translation>
    </message>
    <message>
        <source>Free {size}</source>
        <extracomment>desktop/ui/field_texts.py, FREE</extracomment>
        <translation>Libres {size}</translation>
    </message>
    <message numerus="yes">
        <source>Space for %Ln more session like the last ones.|Space for %Ln more sessions like the last ones.</source>
        <extracomment>desktop/ui/field_texts.py, SESSIONS_LEFT</extracomment>
        <translation>
            <numerusform>Espacio para %Ln sesión más como las últimas.</numerusform>
            <numerusform>Espacio para %Ln sesiones más como las últimas.</numerusform>
        </translation>
    </message>
    <message>
        <source>No space for another session like the last ones.</source>
        <extracomment>desktop/ui/field_texts.py, NO_SESSION_LEFT</extracomment>
        <translation>No hay espacio para otra sesión como las últimas.</translation>
    </message>
    <message>
        <source>The {size} waiting need about {span} on this network.</source>
        <extracomment>desktop/ui/field_texts.py, HOME_NOW</extracomment>
        <translation>Los {size} en espera necesitan unos {span} en esta red.</translation>
    </message>
    <message>
        <source>The {size} waiting need less than a minute on this network.</source>
        <extracomment>desktop/ui/field_texts.py, HOME_NOW_SOON</extracomment>
        <translation>Los {size} en espera necesitan menos de un minuto en esta red.</translation>
    </message>
    <message>
        <source>The {size} waiting need less than a minute at the last speed.</source>
        <extracomment>desktop/ui/field_texts.py, HOME_LAST_SOON</extracomment>
        <translation>Los {size} en espera necesitan menos de un minuto a la última velocidad.</translation>
    </message>
    <message>
        <source>The {size} waiting need about {span} at the last speed.</source>
        <extracomment>desktop/ui/field_texts.py, HOME_LAST</extracomment>
        <translation>Los {size} en espera necesitan unos {span} a la última velocidad.</translation>
    </message>
    <message>
        <source>Keep the button pressed for a second to stop.</source>
        <extracomment>desktop/ui/field_texts.py, HOLD_TO_STOP</extracomment>
        <translation>Mantenga pulsado el botón un segundo para detener.</translation>
    </message>
    <message>
        <source>Press {key} again to stop.</source>
        <extracomment>desktop/ui/field_texts.py, AGAIN_TO_STOP</extracomment>
        <translation>Pulse {key} otra vez para detener.</translation>
    </message>
    <message>
        <source>Something went wrong. Your recordings are safe.</source>
        <extracomment>desktop/ui/help/texts.py, FAULT_TITLE</extracomment>
        <translation>Algo salió mal. Sus grabaciones están a salvo.</translation>
    </message>
    <message>
        <source>A part of the window did not do what it should. What is being recorded goes on, and what was recorded stays on this computer. You can go on working; a restart sets the window right.</source>
        <extracomment>desktop/ui/help/texts.py, FAULT_SENTENCE</extracomment>
        <translation>Una parte de la ventana no hizo lo que debía. Lo que se está grabando sigue, y lo grabado se queda en este equipo. Puede seguir trabajando; reiniciar arregla la ventana.</translation>
    </message>
    <message>
        <source>Holdfast stopped unexpectedly at {time}. Your recordings are safe.</source>
        <extracomment>desktop/ui/help/texts.py, CRASH_TITLE</extracomment>
        <translation>Holdfast se detuvo de forma inesperada a las {time}. Sus grabaciones están a salvo.</translation>
    </message>
    <message>
        <source>Everything up to then was looked at when Holdfast started, and what was unfinished has been completed. Sending goes on by itself.</source>
        <extracomment>desktop/ui/help/texts.py, CRASH_SENTENCE</extracomment>
        <translation>Todo lo anterior se revisó al iniciar Holdfast, y lo que estaba sin terminar se completó. El envío continúa solo.</translation>
    </message>
    <message>
        <source>{recovered} Sending goes on by itself.</source>
        <extracomment>desktop/ui/help/texts.py, CRASH_RECOVERED</extracomment>
        <translation>{recovered} El envío continúa solo.</translation>
    </message>
    <message>
        <source>What was noted</source>
        <extracomment>desktop/ui/help/texts.py, DETAILS</extracomment>
        <translation>Qué se anotó</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <extracomment>desktop/ui/help/texts.py, CONTINUE_MNEMONIC</extracomment>
        <translation>&amp;Continuar</translation>
    </message>
    <message>
        <source>&amp;Restart</source>
        <extracomment>desktop/ui/help/texts.py, RESTART_MNEMONIC</extracomment>
        <translation>&amp;Reiniciar</translation>
    </message>
    <message>
        <source>&amp;Save report…</source>
        <extracomment>desktop/ui/help/texts.py, SAVE_REPORT_MNEMONIC</extracomment>
        <translation>&amp;Guardar informe…</translation>
    </message>
    <message>
        <source>Save a report for whoever helps</source>
        <extracomment>desktop/ui/help/texts.py, SAVE_REPORT</extracomment>
        <translation>Guardar un informe para quien ayude</translation>
    </message>
    <message>
        <source>A recording is running. Stop it, keep it and restart?</source>
        <extracomment>desktop/ui/help/texts.py, RESTART_QUESTION</extracomment>
        <translation>Hay una grabación en curso. ¿Detenerla, conservarla y reiniciar?</translation>
    </message>
    <message>
        <source>Log</source>
        <extracomment>desktop/ui/help/texts.py, LOG_TITLE</extracomment>
        <translation>Registro</translation>
    </message>
    <message>
        <source>The newest {count} lines that Holdfast noted on this computer.</source>
        <extracomment>desktop/ui/help/texts.py, LOG_INTRO</extracomment>
        <translation>Las {count} líneas más recientes que Holdfast anotó en este equipo.</translation>
    </message>
    <message>
        <source>Lines of the log</source>
        <extracomment>desktop/ui/help/texts.py, LOG_NAME</extracomment>
        <translation>Líneas del registro</translation>
    </message>
    <message>
        <source>Time</source>
        <extracomment>desktop/ui/help/texts.py, LOG_COLUMNS</extracomment>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Part</source>
        <extracomment>desktop/ui/help/texts.py, LOG_COLUMNS</extracomment>
        <translation>Parte</translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>desktop/ui/help/texts.py, LEVEL_NAME</extracomment>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Everything</source>
        <extracomment>desktop/ui/help/texts.py, LEVELS</extracomment>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Notes and worse</source>
        <extracomment>desktop/ui/help/texts.py, LEVELS</extracomment>
        <translation>Notas y peores</translation>
    </message>
    <message>
        <source>Warnings and worse</source>
        <extracomment>desktop/ui/help/texts.py, LEVELS</extracomment>
        <translation>Avisos y peores</translation>
    </message>
    <message>
        <source>Errors only</source>
        <extracomment>desktop/ui/help/texts.py, LEVELS</extracomment>
        <translation>Solo errores</translation>
    </message>
    <message>
        <source>Detail</source>
        <extracomment>desktop/ui/help/texts.py, LEVEL_WORDS</extracomment>
        <translation>Detalle</translation>
    </message>
    <message>
        <source>Warning</source>
        <extracomment>desktop/ui/help/texts.py, LEVEL_WORDS</extracomment>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Error</source>
        <extracomment>desktop/ui/help/texts.py, LEVEL_WORDS</extracomment>
        <translation>Error</translation>
    </message>
    <message>
        <source>Failure</source>
        <extracomment>desktop/ui/help/texts.py, LEVEL_WORDS</extracomment>
        <translation>Fallo</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <extracomment>desktop/ui/help/texts.py, FIND_NAME</extracomment>
        <translation>Buscar en el registro</translation>
    </message>
    <message>
        <source>Find…</source>
        <extracomment>desktop/ui/help/texts.py, FIND_EMPTY</extracomment>
        <translation>Buscar…</translation>
    </message>
    <message>
        <source>&amp;Follow new lines</source>
        <extracomment>desktop/ui/help/texts.py, FOLLOW_MNEMONIC</extracomment>
        <translation>&amp;Seguir las líneas nuevas</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <extracomment>desktop/ui/help/texts.py, COPY_MNEMONIC</extracomment>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>Copy the selected lines, or all that are shown</source>
        <extracomment>desktop/ui/help/texts.py, COPY</extracomment>
        <translation>Copiar las líneas elegidas, o todas las que se muestran</translation>
    </message>
    <message>
        <source>Nothing was noted yet.</source>
        <extracomment>desktop/ui/help/texts.py, LOG_EMPTY</extracomment>
        <translation>Aún no se ha anotado nada.</translation>
    </message>
    <message>
        <source>The log cannot be read ({reason}). Recordings are not affected.</source>
        <extracomment>desktop/ui/help/texts.py, LOG_UNREADABLE</extracomment>
        <translation>No se puede leer el registro ({reason}). Las grabaciones no se ven afectadas.</translation>
    </message>
    <message>
        <source>Diagnostics bundle</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_TITLE</extracomment>
        <translation>Paquete de diagnóstico</translation>
    </message>
    <message>
        <source>One zip file for whoever helps you. It holds what is listed here: no picture, no sound, no token, no key and no PIN.</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_INTRO</extracomment>
        <translation>Un archivo zip para quien le ayude. Contiene lo que aquí se enumera: ninguna imagen, ningún sonido, ningún token, ninguna clave y ningún PIN.</translation>
    </message>
    <message>
        <source>What goes into the bundle</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_LIST</extracomment>
        <translation>Qué entra en el paquete</translation>
    </message>
    <message>
        <source>File</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_COLUMNS</extracomment>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>What it says</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_COLUMNS</extracomment>
        <translation>Qué dice</translation>
    </message>
    <message>
        <source>Holdfast, Python, the system and all packages with their versions</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_MEANINGS</extracomment>
        <translation>Holdfast, Python, el sistema y todos los paquetes con sus versiones</translation>
    </message>
    <message>
        <source>The settings, without secrets</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_MEANINGS</extracomment>
        <translation>Los ajustes, sin secretos</translation>
    </message>
    <message>
        <source>The variables that Holdfast and its windows look at</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_MEANINGS</extracomment>
        <translation>Las variables que miran Holdfast y sus ventanas</translation>
    </message>
    <message>
        <source>Cameras and microphones</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_MEANINGS</extracomment>
        <translation>Cámaras y micrófonos</translation>
    </message>
    <message>
        <source>How full the disk is</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_MEANINGS</extracomment>
        <translation>Lo lleno que está el disco</translation>
    </message>
    <message>
        <source>Recordings with their state, as the queue shows them</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_MEANINGS</extracomment>
        <translation>Grabaciones con su estado, como las muestra la cola</translation>
    </message>
    <message>
        <source>What a quick check of this computer and the receiver found</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_MEANINGS</extracomment>
        <translation>Qué encontró una comprobación rápida de este equipo y del receptor</translation>
    </message>
    <message>
        <source>What the window noted</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_MEANINGS</extracomment>
        <translation>Qué anotó la ventana</translation>
    </message>
    <message>
        <source>What was left by a crash</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_MEANINGS</extracomment>
        <translation>Qué dejó un cierre inesperado</translation>
    </message>
    <message>
        <source>What the receiver on this computer noted</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_MEANINGS</extracomment>
        <translation>Qué anotó el receptor de este equipo</translation>
    </message>
    <message>
        <source>A log, or an older part of one</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_LOG</extracomment>
        <translation>Un registro, o una parte más antigua de uno</translation>
    </message>
    <message>
        <source>Looking at this computer. This takes a few seconds…</source>
        <extracomment>desktop/ui/help/texts.py, GATHERING</extracomment>
        <translation>Mirando este equipo. Tarda unos segundos…</translation>
    </message>
    <message>
        <source>Keep &amp;participants&apos; ids readable</source>
        <extracomment>desktop/ui/help/texts.py, PARTICIPANTS_MNEMONIC</extracomment>
        <translation>Dejar legibles los identificadores de los &amp;participantes</translation>
    </message>
    <message>
        <source>Otherwise each is replaced by a short code that means the same one.</source>
        <extracomment>desktop/ui/help/texts.py, PARTICIPANTS_HINT</extracomment>
        <translation>Si no, cada uno se sustituye por un código corto que significa el mismo.</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <extracomment>desktop/ui/help/texts.py, SAVE_MNEMONIC</extracomment>
        <translation>&amp;Guardar…</translation>
    </message>
    <message>
        <source>Save the diagnostics bundle</source>
        <extracomment>desktop/ui/help/texts.py, SAVE_NAME</extracomment>
        <translation>Guardar el paquete de diagnóstico</translation>
    </message>
    <message>
        <source>Zip files (*.zip)</source>
        <extracomment>desktop/ui/help/texts.py, ZIP_FILES</extracomment>
        <translation>Archivos zip (*.zip)</translation>
    </message>
    <message>
        <source>Saved as {file}. Nothing was sent anywhere.</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_SAVED</extracomment>
        <translation>Guardado como {file}. No se envió nada a ningún sitio.</translation>
    </message>
    <message>
        <source>It was not saved ({reason}). Choose another folder.</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_NOT_SAVED</extracomment>
        <translation>No se guardó ({reason}). Elija otra carpeta.</translation>
    </message>
    <message>
        <source>It could not be gathered ({reason}). Recordings are not affected.</source>
        <extracomment>desktop/ui/help/texts.py, BUNDLE_FAILED</extracomment>
        <translation>No se pudo reunir ({reason}). Las grabaciones no se ven afectadas.</translation>
    </message>
    <message>
        <source>Records people on camera and gets the recordings home.</source>
        <extracomment>desktop/ui/help/texts.py, ABOUT_SENTENCE</extracomment>
        <translation>Graba a personas con la cámara y lleva las grabaciones a casa.</translation>
    </message>
    <message>
        <source>What Holdfast is built with</source>
        <extracomment>desktop/ui/help/texts.py, PARTS</extracomment>
        <translation>Con qué está hecho Holdfast</translation>
    </message>
    <message>
        <source>its files say</source>
        <extracomment>desktop/ui/help/texts.py, NO_LICENCE</extracomment>
        <translation>dicen sus archivos</translation>
    </message>
    <message>
        <source>This package brings no licence text. Its page: {page}</source>
        <extracomment>desktop/ui/help/texts.py, NO_LICENCE_TEXT</extracomment>
        <translation>Este paquete no trae texto de licencia. Su página: {page}</translation>
    </message>
    <message>
        <source>Licence text</source>
        <extracomment>desktop/ui/help/texts.py, LICENCE_TEXT</extracomment>
        <translation>Texto de la licencia</translation>
    </message>
    <message>
        <source>Start</source>
        <extracomment>desktop/ui/kiosk/texts.py, START</extracomment>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Continue</source>
        <extracomment>desktop/ui/kiosk/texts.py, CONTINUE</extracomment>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>desktop/ui/kiosk/texts.py, BACK</extracomment>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Enter</source>
        <extracomment>desktop/ui/kiosk/texts.py, ENTER</extracomment>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Take the last character away</source>
        <extracomment>desktop/ui/kiosk/texts.py, ERASE</extracomment>
        <translation>Borrar el último carácter</translation>
    </message>
    <message>
        <source>No, thank you</source>
        <extracomment>desktop/ui/kiosk/texts.py, NO_THANK_YOU</extracomment>
        <translation>No, gracias</translation>
    </message>
    <message>
        <source>Stop now</source>
        <extracomment>desktop/ui/kiosk/texts.py, STOP_NOW</extracomment>
        <translation>Parar ahora</translation>
    </message>
    <message>
        <source>Keep this recording</source>
        <extracomment>desktop/ui/kiosk/texts.py, KEEP</extracomment>
        <translation>Conservar esta grabación</translation>
    </message>
    <message>
        <source>Record again</source>
        <extracomment>desktop/ui/kiosk/texts.py, REDO</extracomment>
        <translation>Grabar otra vez</translation>
    </message>
    <message>
        <source>Play again</source>
        <extracomment>desktop/ui/kiosk/texts.py, PLAY_AGAIN</extracomment>
        <translation>Ver otra vez</translation>
    </message>
    <message>
        <source>Finish</source>
        <extracomment>desktop/ui/kiosk/texts.py, FINISH</extracomment>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>Retry failed uploads</source>
        <extracomment>desktop/ui/kiosk/texts.py, RETRY_FAILED</extracomment>
        <translation>Reintentar los envíos fallidos</translation>
    </message>
    <message>
        <source>Stop here</source>
        <extracomment>desktop/ui/kiosk/texts.py, STOP_HERE</extracomment>
        <translation>Parar aquí</translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>desktop/ui/kiosk/texts.py, GO_ON</extracomment>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Recording session</source>
        <extracomment>desktop/ui/kiosk/texts.py, KIOSK</extracomment>
        <translation>Sesión de grabación</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <extracomment>desktop/ui/kiosk/texts.py, STEP</extracomment>
        <translation>Paso {step} de {steps}</translation>
    </message>
    <message>
        <source>Last step</source>
        <extracomment>desktop/ui/kiosk/texts.py, LAST_STEP</extracomment>
        <translation>Último paso</translation>
    </message>
    <message>
        <source>How much of the recording was played</source>
        <extracomment>desktop/ui/kiosk/texts.py, PLAYED</extracomment>
        <translation>Cuánto de la grabación se ha reproducido</translation>
    </message>
    <message>
        <source>What you are asked to agree to</source>
        <extracomment>desktop/ui/kiosk/texts.py, CONSENT_TEXT</extracomment>
        <translation>A qué se le pide que dé su acuerdo</translation>
    </message>
    <message numerus="yes">
        <source>Sending (%n waiting)</source>
        <extracomment>desktop/ui/kiosk/texts.py, SENDING_WAITING</extracomment>
        <translation>
            <numerusform>Enviando (%n en espera)</numerusform>
            <numerusform>Enviando (%n en espera)</numerusform>
        </translation>
    </message>
    <message>
        <source>No internet. Saved here</source>
        <extracomment>desktop/ui/kiosk/texts.py, WAITING_OFFLINE</extracomment>
        <translation>Sin internet. Guardado aquí</translation>
    </message>
    <message>
        <source>Saved here</source>
        <extracomment>desktop/ui/kiosk/texts.py, WAITING_PAUSED</extracomment>
        <translation>Guardado aquí</translation>
    </message>
    <message numerus="yes">
        <source>All %n sent</source>
        <extracomment>desktop/ui/kiosk/texts.py, ALL_SENT</extracomment>
        <translation>
            <numerusform>Todo enviado</numerusform>
            <numerusform>Las %n enviadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n needs attention|%n need attention</source>
        <extracomment>desktop/ui/kiosk/texts.py, NEED_ATTENTION</extracomment>
        <translation>
            <numerusform>%n necesita atención</numerusform>
            <numerusform>%n necesitan atención</numerusform>
        </translation>
    </message>
    <message>
        <source>One moment, please</source>
        <extracomment>desktop/ui/kiosk/texts.py, OPENING_TITLE</extracomment>
        <translation>Un momento, por favor</translation>
    </message>
    <message>
        <source>The kiosk is starting.</source>
        <extracomment>desktop/ui/kiosk/texts.py, OPENING</extracomment>
        <translation>El quiosco se está iniciando.</translation>
    </message>
    <message>
        <source>The kiosk could not start</source>
        <extracomment>desktop/ui/kiosk/texts.py, NOT_OPENED_TITLE</extracomment>
        <translation>El quiosco no pudo iniciarse</translation>
    </message>
    <message>
        <source>Please tell a staff member. What was recorded before is safe.</source>
        <extracomment>desktop/ui/kiosk/texts.py, NOT_OPENED</extracomment>
        <translation>Por favor, avise al personal. Lo grabado antes está a salvo.</translation>
    </message>
    <message>
        <source>Welcome</source>
        <extracomment>desktop/ui/kiosk/texts.py, WELCOME</extracomment>
        <translation>Bienvenida, bienvenido</translation>
    </message>
    <message numerus="yes">
        <source>You will make one short recording.|You will make %n short recordings.</source>
        <extracomment>desktop/ui/kiosk/texts.py, WELCOME_COUNT</extracomment>
        <translation>
            <numerusform>Hará una grabación corta.</numerusform>
            <numerusform>Hará %n grabaciones cortas.</numerusform>
        </translation>
    </message>
    <message>
        <source>It takes about {minutes} minutes.</source>
        <extracomment>desktop/ui/kiosk/texts.py, WELCOME_TIME</extracomment>
        <translation>Dura unos {minutes} minutos.</translation>
    </message>
    <message>
        <source>We record your face and your voice. You see a red frame while we record.</source>
        <extracomment>desktop/ui/kiosk/texts.py, WELCOME_FACE</extracomment>
        <translation>Grabamos su cara y su voz. Mientras grabamos verá un marco rojo.</translation>
    </message>
    <message>
        <source>You can stop at any time.</source>
        <extracomment>desktop/ui/kiosk/texts.py, WELCOME_LEAVE</extracomment>
        <translation>Puede parar en cualquier momento.</translation>
    </message>
    <message>
        <source>Before we begin</source>
        <extracomment>desktop/ui/kiosk/texts.py, CONSENT_TITLE</extracomment>
        <translation>Antes de empezar</translation>
    </message>
    <message>
        <source>I have read this and I agree to be recorded.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CONSENT_STATEMENT</extracomment>
        <translation>He leído esto y acepto que me graben.</translation>
    </message>
    <message>
        <source>Please read to the end first. The page can be moved with a finger.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CONSENT_READ_FIRST</extracomment>
        <translation>Por favor, lea primero hasta el final. La página se mueve con el dedo.</translation>
    </message>
    <message>
        <source>That is all right</source>
        <extracomment>desktop/ui/kiosk/texts.py, DECLINED_TITLE</extracomment>
        <translation>No pasa nada</translation>
    </message>
    <message>
        <source>Nothing was recorded. Thank you for your time.</source>
        <extracomment>desktop/ui/kiosk/texts.py, DECLINED</extracomment>
        <translation>No se grabó nada. Gracias por su tiempo.</translation>
    </message>
    <message>
        <source>Please say that you agree</source>
        <extracomment>desktop/ui/kiosk/texts.py, CONSENT_SAY_TITLE</extracomment>
        <translation>Por favor, diga que está de acuerdo</translation>
    </message>
    <message>
        <source>We record your answer first, and check that it can be played. After that the recordings begin.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CONSENT_SAY</extracomment>
        <translation>Primero grabamos su respuesta y comprobamos que se puede reproducir. Después empiezan las grabaciones.</translation>
    </message>
    <message>
        <source>Please say aloud</source>
        <extracomment>desktop/ui/kiosk/texts.py, CONSENT_SAY_HEADING</extracomment>
        <translation>Por favor, diga en voz alta</translation>
    </message>
    <message>
        <source>We are checking that your consent can be played.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CONSENT_CHECKING</extracomment>
        <translation>Estamos comprobando que su consentimiento se puede reproducir.</translation>
    </message>
    <message>
        <source>This recording cannot be played. Please record it again.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CONSENT_UNPLAYABLE</extracomment>
        <translation>Esta grabación no se puede reproducir. Por favor, grábela otra vez.</translation>
    </message>
    <message>
        <source>Your consent can be played.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CONSENT_PLAYS</extracomment>
        <translation>Su consentimiento se puede reproducir.</translation>
    </message>
    <message>
        <source>The recording was cut short. Please record it again.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CONSENT_CUT</extracomment>
        <translation>La grabación se cortó. Por favor, grábela otra vez.</translation>
    </message>
    <message>
        <source>Can you see and hear yourself?</source>
        <extracomment>desktop/ui/kiosk/texts.py, CONSENT_REVIEW</extracomment>
        <translation>¿Se ve y se oye?</translation>
    </message>
    <message>
        <source>Your participant number</source>
        <extracomment>desktop/ui/kiosk/texts.py, NUMBER_TITLE</extracomment>
        <translation>Su número de participante</translation>
    </message>
    <message>
        <source>It is on the card you were given.</source>
        <extracomment>desktop/ui/kiosk/texts.py, NUMBER_CARD</extracomment>
        <translation>Está en la tarjeta que le dieron.</translation>
    </message>
    <message>
        <source>It is on the card you were given. It looks like this: {example}</source>
        <extracomment>desktop/ui/kiosk/texts.py, NUMBER_EXAMPLE</extracomment>
        <translation>Está en la tarjeta que le dieron. Es así: {example}</translation>
    </message>
    <message>
        <source>This number is in the list.</source>
        <extracomment>desktop/ui/kiosk/texts.py, NUMBER_FOUND</extracomment>
        <translation>Este número está en la lista.</translation>
    </message>
    <message>
        <source>This number looks right.</source>
        <extracomment>desktop/ui/kiosk/texts.py, NUMBER_FITS</extracomment>
        <translation>Este número parece correcto.</translation>
    </message>
    <message>
        <source>This does not look like a participant number. Please check your card.</source>
        <extracomment>desktop/ui/kiosk/texts.py, NUMBER_OTHER_FORM</extracomment>
        <translation>Esto no parece un número de participante. Por favor, mire su tarjeta.</translation>
    </message>
    <message>
        <source>This number is not in the list. Please check your card, or ask a staff member.</source>
        <extracomment>desktop/ui/kiosk/texts.py, NUMBER_NOT_LISTED</extracomment>
        <translation>Este número no está en la lista. Por favor, mire su tarjeta o pregunte al personal.</translation>
    </message>
    <message>
        <source>Can we see and hear you?</source>
        <extracomment>desktop/ui/kiosk/texts.py, CHECK_TITLE</extracomment>
        <translation>¿Le vemos y le oímos?</translation>
    </message>
    <message>
        <source>Sit so that your face is in the oval, and say a few words.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CHECK</extracomment>
        <translation>Siéntese de modo que su cara quede en el óvalo y diga unas palabras.</translation>
    </message>
    <message>
        <source>Camera and sound</source>
        <extracomment>desktop/ui/kiosk/texts.py, CHECK_HEADING</extracomment>
        <translation>Cámara y sonido</translation>
    </message>
    <message>
        <source>Before you start</source>
        <extracomment>desktop/ui/kiosk/texts.py, BEFORE_START</extracomment>
        <translation>Antes de que empiece</translation>
    </message>
    <message>
        <source>Recording {number} of {count}: {title}</source>
        <extracomment>desktop/ui/kiosk/texts.py, RECORDING_OF</extracomment>
        <translation>Grabación {number} de {count}: {title}</translation>
    </message>
    <message numerus="yes">
        <source>%n second. We count down first.|%n seconds. We count down first.</source>
        <extracomment>desktop/ui/kiosk/texts.py, PROMPT_SECONDS</extracomment>
        <translation>
            <numerusform>%n segundo. Antes hacemos una cuenta atrás.</numerusform>
            <numerusform>%n segundos. Antes hacemos una cuenta atrás.</numerusform>
        </translation>
    </message>
    <message>
        <source>You stop it yourself. We count down first.</source>
        <extracomment>desktop/ui/kiosk/texts.py, PROMPT_OPEN</extracomment>
        <translation>Usted la detiene. Antes hacemos una cuenta atrás.</translation>
    </message>
    <message>
        <source>The camera is starting</source>
        <extracomment>desktop/ui/kiosk/texts.py, CAMERA_STARTING</extracomment>
        <translation>La cámara se está iniciando</translation>
    </message>
    <message>
        <source>The light is good</source>
        <extracomment>desktop/ui/kiosk/texts.py, LIGHT_GOOD</extracomment>
        <translation>La luz es buena</translation>
    </message>
    <message>
        <source>It is too dark. Please turn on a light.</source>
        <extracomment>desktop/ui/kiosk/texts.py, LIGHT_DARK</extracomment>
        <translation>Está demasiado oscuro. Por favor, encienda una luz.</translation>
    </message>
    <message>
        <source>Your face is in the frame</source>
        <extracomment>desktop/ui/kiosk/texts.py, FACE_GOOD</extracomment>
        <translation>Su cara está en la imagen</translation>
    </message>
    <message>
        <source>We cannot see your face yet</source>
        <extracomment>desktop/ui/kiosk/texts.py, FACE_MISSING</extracomment>
        <translation>Aún no vemos su cara</translation>
    </message>
    <message>
        <source>The microphone works</source>
        <extracomment>desktop/ui/kiosk/texts.py, SOUND_GOOD</extracomment>
        <translation>El micrófono funciona</translation>
    </message>
    <message>
        <source>We cannot hear you yet. Please say a few words.</source>
        <extracomment>desktop/ui/kiosk/texts.py, SOUND_QUIET</extracomment>
        <translation>Aún no le oímos. Por favor, diga unas palabras.</translation>
    </message>
    <message>
        <source>There is no sound. Recording goes on without it.</source>
        <extracomment>desktop/ui/kiosk/texts.py, SOUND_NONE</extracomment>
        <translation>No hay sonido. La grabación sigue sin él.</translation>
    </message>
    <message>
        <source>The microphone does not work. Please tell a staff member.</source>
        <extracomment>desktop/ui/kiosk/texts.py, SOUND_MISSING</extracomment>
        <translation>El micrófono no funciona. Por favor, avise al personal.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <extracomment>desktop/ui/kiosk/texts.py, LOOKING</extracomment>
        <translation>Mirando…</translation>
    </message>
    <message>
        <source>Good: your face is in the frame</source>
        <extracomment>desktop/ui/kiosk/texts.py, GUIDE_GOOD</extracomment>
        <translation>Bien: su cara está en la imagen</translation>
    </message>
    <message>
        <source>Move to the left</source>
        <extracomment>desktop/ui/kiosk/texts.py, GUIDE_LEFT</extracomment>
        <translation>Muévase a la izquierda</translation>
    </message>
    <message>
        <source>Move to the right</source>
        <extracomment>desktop/ui/kiosk/texts.py, GUIDE_RIGHT</extracomment>
        <translation>Muévase a la derecha</translation>
    </message>
    <message>
        <source>Move up a little</source>
        <extracomment>desktop/ui/kiosk/texts.py, GUIDE_UP</extracomment>
        <translation>Un poco más arriba</translation>
    </message>
    <message>
        <source>Move down a little</source>
        <extracomment>desktop/ui/kiosk/texts.py, GUIDE_DOWN</extracomment>
        <translation>Un poco más abajo</translation>
    </message>
    <message>
        <source>We cannot see your face</source>
        <extracomment>desktop/ui/kiosk/texts.py, GUIDE_NOBODY</extracomment>
        <translation>No vemos su cara</translation>
    </message>
    <message>
        <source>Too quiet, speak up</source>
        <extracomment>desktop/ui/kiosk/texts.py, LEVEL_QUIET</extracomment>
        <translation>Muy bajo, hable más alto</translation>
    </message>
    <message>
        <source>No sound</source>
        <extracomment>desktop/ui/kiosk/texts.py, LEVEL_NONE</extracomment>
        <translation>Sin sonido</translation>
    </message>
    <message>
        <source>Look at the camera</source>
        <extracomment>desktop/ui/kiosk/texts.py, LOOK_AT_CAMERA</extracomment>
        <translation>Mire a la cámara</translation>
    </message>
    <message>
        <source>Getting camera and microphone ready…</source>
        <extracomment>desktop/ui/kiosk/texts.py, GETTING_READY</extracomment>
        <translation>Preparando la cámara y el micrófono…</translation>
    </message>
    <message numerus="yes">
        <source>Recording starts in %n second|Recording starts in %n seconds</source>
        <extracomment>desktop/ui/kiosk/texts.py, STARTS_IN</extracomment>
        <translation>
            <numerusform>La grabación empieza en %n segundo</numerusform>
            <numerusform>La grabación empieza en %n segundos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second left|%n seconds left</source>
        <extracomment>desktop/ui/kiosk/texts.py, SECONDS_LEFT</extracomment>
        <translation>
            <numerusform>queda %n segundo</numerusform>
            <numerusform>quedan %n segundos</numerusform>
        </translation>
    </message>
    <message>
        <source>{time} left</source>
        <extracomment>desktop/ui/kiosk/texts.py, MINUTES_LEFT</extracomment>
        <translation>quedan {time}</translation>
    </message>
    <message>
        <source>We cannot hear anything. Is the microphone switched on? Recording goes on.</source>
        <extracomment>desktop/ui/kiosk/texts.py, NOT_HEARD</extracomment>
        <translation>No oímos nada. ¿Está encendido el micrófono? La grabación sigue.</translation>
    </message>
    <message>
        <source>The picture is missing. What was recorded is safe. We wait for the camera.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CAMERA_WAITED_FOR</extracomment>
        <translation>Falta la imagen. Lo grabado está a salvo. Esperamos la cámara.</translation>
    </message>
    <message>
        <source>Please call a staff member now.</source>
        <extracomment>desktop/ui/kiosk/texts.py, NOT_WRITTEN</extracomment>
        <translation>Por favor, llame ahora al personal.</translation>
    </message>
    <message>
        <source>No picture</source>
        <extracomment>desktop/ui/kiosk/texts.py, PICTURE_MISSING</extracomment>
        <translation>Sin imagen</translation>
    </message>
    <message>
        <source>Watch your recording. Is it good?</source>
        <extracomment>desktop/ui/kiosk/texts.py, REVIEW_TITLE</extracomment>
        <translation>Mire su grabación. ¿Está bien?</translation>
    </message>
    <message>
        <source>We are looking at it…</source>
        <extracomment>desktop/ui/kiosk/texts.py, REVIEW_CHECKING</extracomment>
        <translation>La estamos mirando…</translation>
    </message>
    <message>
        <source>We could not check this recording. Please watch it yourself.</source>
        <extracomment>desktop/ui/kiosk/texts.py, REVIEW_UNCHECKED</extracomment>
        <translation>No pudimos comprobar esta grabación. Por favor, mírela usted.</translation>
    </message>
    <message>
        <source>It cannot be shown here, but it is saved.</source>
        <extracomment>desktop/ui/kiosk/texts.py, REVIEW_NO_PLAY</extracomment>
        <translation>No se puede mostrar aquí, pero está guardada.</translation>
    </message>
    <message>
        <source>Your face was not seen for {percent} of the time.</source>
        <extracomment>desktop/ui/kiosk/texts.py, FOUND_NO_FACE</extracomment>
        <translation>Su cara no se vio el {percent} del tiempo.</translation>
    </message>
    <message>
        <source>Your face was never seen.</source>
        <extracomment>desktop/ui/kiosk/texts.py, FOUND_NO_FACE_AT_ALL</extracomment>
        <translation>Su cara no se vio nunca.</translation>
    </message>
    <message>
        <source>The picture is too dark.</source>
        <extracomment>desktop/ui/kiosk/texts.py, FOUND_DARK</extracomment>
        <translation>La imagen es demasiado oscura.</translation>
    </message>
    <message>
        <source>The picture is blurred.</source>
        <extracomment>desktop/ui/kiosk/texts.py, FOUND_BLURRED</extracomment>
        <translation>La imagen está borrosa.</translation>
    </message>
    <message>
        <source>The picture stood still for some time.</source>
        <extracomment>desktop/ui/kiosk/texts.py, FOUND_FROZEN</extracomment>
        <translation>La imagen estuvo parada un tiempo.</translation>
    </message>
    <message>
        <source>There is no sound for some time.</source>
        <extracomment>desktop/ui/kiosk/texts.py, FOUND_SILENT</extracomment>
        <translation>Durante un tiempo no hay sonido.</translation>
    </message>
    <message>
        <source>The sound is too loud.</source>
        <extracomment>desktop/ui/kiosk/texts.py, FOUND_CLIPPED</extracomment>
        <translation>El sonido está demasiado alto.</translation>
    </message>
    <message>
        <source>The recording is very short.</source>
        <extracomment>desktop/ui/kiosk/texts.py, FOUND_SHORT</extracomment>
        <translation>La grabación es muy corta.</translation>
    </message>
    <message>
        <source>The recording is longer than planned.</source>
        <extracomment>desktop/ui/kiosk/texts.py, FOUND_LONG</extracomment>
        <translation>La grabación es más larga de lo previsto.</translation>
    </message>
    <message>
        <source>The picture may jump in some places.</source>
        <extracomment>desktop/ui/kiosk/texts.py, FOUND_LOST</extracomment>
        <translation>La imagen puede saltar en algunos momentos.</translation>
    </message>
    <message>
        <source>Something may be wrong with this recording. Please watch it.</source>
        <extracomment>desktop/ui/kiosk/texts.py, FOUND_OTHER</extracomment>
        <translation>Puede que algo esté mal en esta grabación. Por favor, mírela.</translation>
    </message>
    <message>
        <source>The camera does not work</source>
        <extracomment>desktop/ui/kiosk/texts.py, NO_CAMERA_TITLE</extracomment>
        <translation>La cámara no funciona</translation>
    </message>
    <message>
        <source>Please tell a staff member. What you recorded before is safe.</source>
        <extracomment>desktop/ui/kiosk/texts.py, NO_CAMERA</extracomment>
        <translation>Por favor, avise al personal. Lo que grabó antes está a salvo.</translation>
    </message>
    <message>
        <source>We cannot record now</source>
        <extracomment>desktop/ui/kiosk/texts.py, NO_SPACE_TITLE</extracomment>
        <translation>Ahora no podemos grabar</translation>
    </message>
    <message>
        <source>There is no room left on this computer. Please tell a staff member. What you recorded before is safe.</source>
        <extracomment>desktop/ui/kiosk/texts.py, NO_SPACE</extracomment>
        <translation>No queda espacio en este equipo. Por favor, avise al personal. Lo que grabó antes está a salvo.</translation>
    </message>
    <message>
        <source>This could not be recorded</source>
        <extracomment>desktop/ui/kiosk/texts.py, NOT_RECORDED_TITLE</extracomment>
        <translation>Esto no se pudo grabar</translation>
    </message>
    <message>
        <source>Please try again, or tell a staff member. What you recorded before is safe.</source>
        <extracomment>desktop/ui/kiosk/texts.py, NOT_RECORDED</extracomment>
        <translation>Por favor, inténtelo de nuevo o avise al personal. Lo que grabó antes está a salvo.</translation>
    </message>
    <message>
        <source>Welcome back</source>
        <extracomment>desktop/ui/kiosk/texts.py, RESUME_TITLE</extracomment>
        <translation>Le damos la bienvenida de nuevo</translation>
    </message>
    <message>
        <source>The computer stopped unexpectedly. {done} of {count} recordings are done and safe. Would you like to continue?</source>
        <extracomment>desktop/ui/kiosk/texts.py, RESUME</extracomment>
        <translation>El equipo se detuvo de forma inesperada. {done} de {count} grabaciones están hechas y a salvo. ¿Quiere continuar?</translation>
    </message>
    <message>
        <source>No, end it here</source>
        <extracomment>desktop/ui/kiosk/texts.py, RESUME_NO</extracomment>
        <translation>No, terminar aquí</translation>
    </message>
    <message>
        <source>Thank you for coming</source>
        <extracomment>desktop/ui/kiosk/texts.py, LEFT_TITLE</extracomment>
        <translation>Gracias por venir</translation>
    </message>
    <message>
        <source>What you recorded is kept, and it is safe.</source>
        <extracomment>desktop/ui/kiosk/texts.py, LEFT_KEPT</extracomment>
        <translation>Lo que grabó se conserva y está a salvo.</translation>
    </message>
    <message>
        <source>Do you want to stop here?</source>
        <extracomment>desktop/ui/kiosk/texts.py, LEAVE_TITLE</extracomment>
        <translation>¿Quiere parar aquí?</translation>
    </message>
    <message>
        <source>You can go on, or stop. You choose what happens to what you recorded.</source>
        <extracomment>desktop/ui/kiosk/texts.py, LEAVE</extracomment>
        <translation>Puede seguir o parar. Usted decide qué pasa con lo que grabó.</translation>
    </message>
    <message>
        <source>You can go on, or stop. Nothing has been recorded.</source>
        <extracomment>desktop/ui/kiosk/texts.py, LEAVE_NOTHING</extracomment>
        <translation>Puede seguir o parar. No se ha grabado nada.</translation>
    </message>
    <message>
        <source>Stop, and keep what I recorded</source>
        <extracomment>desktop/ui/kiosk/texts.py, LEAVE_KEEP</extracomment>
        <translation>Parar y conservar lo que grabé</translation>
    </message>
    <message>
        <source>Stop, and delete what I recorded</source>
        <extracomment>desktop/ui/kiosk/texts.py, LEAVE_DELETE</extracomment>
        <translation>Parar y borrar lo que grabé</translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>desktop/ui/kiosk/texts.py, LEAVE_PLAIN</extracomment>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Your recordings will be deleted</source>
        <extracomment>desktop/ui/kiosk/texts.py, WITHDRAWN_TITLE</extracomment>
        <translation>Sus grabaciones se borrarán</translation>
    </message>
    <message>
        <source>They are not used. They are deleted from this computer, and from wherever they were sent before. Thank you for your time.</source>
        <extracomment>desktop/ui/kiosk/texts.py, WITHDRAWN</extracomment>
        <translation>No se usan. Se borran de este equipo y de dondequiera que se enviaran antes. Gracias por su tiempo.</translation>
    </message>
    <message>
        <source>Please tell a staff member</source>
        <extracomment>desktop/ui/kiosk/texts.py, WITHDRAWAL_FAILED_TITLE</extracomment>
        <translation>Por favor, avise al personal</translation>
    </message>
    <message>
        <source>We noted that you want your recordings deleted, but this computer could not do it by itself.</source>
        <extracomment>desktop/ui/kiosk/texts.py, WITHDRAWAL_FAILED</extracomment>
        <translation>Anotamos que quiere que se borren sus grabaciones, pero este equipo no pudo hacerlo por sí solo.</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <extracomment>desktop/ui/kiosk/texts.py, STILL_THERE</extracomment>
        <translation>¿Sigue ahí?</translation>
    </message>
    <message>
        <source>This screen goes back to the beginning. What you recorded is kept.</source>
        <extracomment>desktop/ui/kiosk/texts.py, STILL_THERE_MORE</extracomment>
        <translation>Esta pantalla vuelve al principio. Lo que grabó se conserva.</translation>
    </message>
    <message>
        <source>Yes, I am here</source>
        <extracomment>desktop/ui/kiosk/texts.py, STILL_HERE</extracomment>
        <translation>Sí, estoy aquí</translation>
    </message>
    <message>
        <source>Thank you</source>
        <extracomment>desktop/ui/kiosk/texts.py, CLOSING_SENDING_TITLE</extracomment>
        <translation>Gracias</translation>
    </message>
    <message>
        <source>Your recordings are safe. We are sending them to the study team now.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CLOSING_SENDING</extracomment>
        <translation>Sus grabaciones están a salvo. Las estamos enviando al equipo del estudio.</translation>
    </message>
    <message numerus="yes">
        <source>Still sending %n recording; you may leave now.|Still sending %n recordings; you may leave now.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CLOSING_STILL_SENDING</extracomment>
        <translation>
            <numerusform>Aún se envía %n grabación; ya puede irse.</numerusform>
            <numerusform>Aún se envían %n grabaciones; ya puede irse.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Still sending %n recording. Please wait a moment, or press Finish.|Still sending %n recordings. Please wait a moment, or press Finish.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CLOSING_PLEASE_WAIT</extracomment>
        <translation>
            <numerusform>Aún se envía %n grabación. Espere un momento, por favor, o pulse Terminar.</numerusform>
            <numerusform>Aún se envían %n grabaciones. Espere un momento, por favor, o pulse Terminar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your recordings are safe on this computer. There is no internet right now, so we will send them later.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CLOSING_OFFLINE</extracomment>
        <translation>Sus grabaciones están a salvo en este equipo. Ahora no hay internet, así que las enviaremos más tarde.</translation>
    </message>
    <message>
        <source>Your recordings are safe on this computer. They will be sent later.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CLOSING_LATER</extracomment>
        <translation>Sus grabaciones están a salvo en este equipo. Se enviarán más tarde.</translation>
    </message>
    <message>
        <source>Nothing is lost. You can leave now.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CLOSING_NOTHING_LOST</extracomment>
        <translation>No se ha perdido nada. Ya puede irse.</translation>
    </message>
    <message>
        <source>You do not need to do anything. You can leave now.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CLOSING_NOTHING_TO_DO</extracomment>
        <translation>No tiene que hacer nada. Ya puede irse.</translation>
    </message>
    <message>
        <source>Saved, but not sent yet</source>
        <extracomment>desktop/ui/kiosk/texts.py, CLOSING_FAILED_TITLE</extracomment>
        <translation>Guardado, pero aún sin enviar</translation>
    </message>
    <message numerus="yes">
        <source>Your recordings are safe on this computer. One of them could not be sent. Please tell a staff member.|Your recordings are safe on this computer. %n of them could not be sent. Please tell a staff member.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CLOSING_FAILED</extracomment>
        <translation>
            <numerusform>Sus grabaciones están a salvo en este equipo. Una de ellas no se pudo enviar. Por favor, avise al personal.</numerusform>
            <numerusform>Sus grabaciones están a salvo en este equipo. %n de ellas no se pudieron enviar. Por favor, avise al personal.</numerusform>
        </translation>
    </message>
    <message>
        <source>All done. Thank you!</source>
        <extracomment>desktop/ui/kiosk/texts.py, CLOSING_DONE_TITLE</extracomment>
        <translation>Todo listo. ¡Gracias!</translation>
    </message>
    <message numerus="yes">
        <source>Your recording is saved, and the study team has received it.|All %n recordings are saved, and the study team has received them.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CLOSING_DONE</extracomment>
        <translation>
            <numerusform>Su grabación está guardada y el equipo del estudio la ha recibido.</numerusform>
            <numerusform>Las %n grabaciones están guardadas y el equipo del estudio las ha recibido.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was recorded. You can leave now.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CLOSING_NOTHING</extracomment>
        <translation>No se grabó nada. Ya puede irse.</translation>
    </message>
    <message numerus="yes">
        <source>This screen closes in %n second.|This screen closes in %n seconds.</source>
        <extracomment>desktop/ui/kiosk/texts.py, CLOSES_IN</extracomment>
        <translation>
            <numerusform>Esta pantalla se cierra en %n segundo.</numerusform>
            <numerusform>Esta pantalla se cierra en %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your reference: {reference}</source>
        <extracomment>desktop/ui/kiosk/texts.py, REFERENCE</extracomment>
        <translation>Su referencia: {reference}</translation>
    </message>
    <message>
        <source>Sent</source>
        <extracomment>desktop/ui/kiosk/texts.py, ROW_SENT</extracomment>
        <translation>Enviada</translation>
    </message>
    <message>
        <source>Sending, {percent}</source>
        <extracomment>desktop/ui/kiosk/texts.py, ROW_SENDING</extracomment>
        <translation>Enviando, {percent}</translation>
    </message>
    <message>
        <source>Almost done</source>
        <extracomment>desktop/ui/kiosk/texts.py, ROW_ALMOST</extracomment>
        <translation>Casi lista</translation>
    </message>
    <message>
        <source>Waiting, we try again by itself</source>
        <extracomment>desktop/ui/kiosk/texts.py, ROW_RETRY</extracomment>
        <translation>En espera, lo intentamos de nuevo solos</translation>
    </message>
    <message>
        <source>Saved here, waits for internet</source>
        <extracomment>desktop/ui/kiosk/texts.py, ROW_OFFLINE</extracomment>
        <translation>Guardada aquí, espera internet</translation>
    </message>
    <message>
        <source>Saved here, will be sent later</source>
        <extracomment>desktop/ui/kiosk/texts.py, ROW_PAUSED</extracomment>
        <translation>Guardada aquí, se enviará más tarde</translation>
    </message>
    <message>
        <source>Not sent. Please tell a staff member</source>
        <extracomment>desktop/ui/kiosk/texts.py, ROW_FAILED</extracomment>
        <translation>Sin enviar. Por favor, avise al personal</translation>
    </message>
    <message>
        <source>Your consent</source>
        <extracomment>desktop/ui/kiosk/texts.py, CONSENT_ROW</extracomment>
        <translation>Su consentimiento</translation>
    </message>
    <message>
        <source>A recording</source>
        <extracomment>desktop/ui/kiosk/texts.py, A_RECORDING</extracomment>
        <translation>Una grabación</translation>
    </message>
    <message>
        <source>Saved {count} of {of}</source>
        <extracomment>desktop/ui/kiosk/texts.py, LIGHT_SAVED</extracomment>
        <translation>Guardadas {count} de {of}</translation>
    </message>
    <message>
        <source>Received {count} of {of}</source>
        <extracomment>desktop/ui/kiosk/texts.py, LIGHT_RECEIVED</extracomment>
        <translation>Recibidas {count} de {of}</translation>
    </message>
    <message>
        <source>Verified {count} of {of}</source>
        <extracomment>desktop/ui/kiosk/texts.py, LIGHT_VERIFIED</extracomment>
        <translation>Verificadas {count} de {of}</translation>
    </message>
    <message>
        <source>Playable {count} of {of}</source>
        <extracomment>desktop/ui/kiosk/texts.py, LIGHT_PLAYABLE</extracomment>
        <translation>Reproducibles {count} de {of}</translation>
    </message>
    <message>
        <source>Staff PIN</source>
        <extracomment>desktop/ui/kiosk/texts.py, PIN_TITLE</extracomment>
        <translation>PIN del personal</translation>
    </message>
    <message>
        <source>For staff only.</source>
        <extracomment>desktop/ui/kiosk/texts.py, PIN_MORE</extracomment>
        <translation>Solo para el personal.</translation>
    </message>
    <message>
        <source>This is not the PIN.</source>
        <extracomment>desktop/ui/kiosk/texts.py, PIN_WRONG</extracomment>
        <translation>Ese no es el PIN.</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Wait %n second.|Too many wrong PINs. Wait %n seconds.</source>
        <extracomment>desktop/ui/kiosk/texts.py, PIN_WAIT</extracomment>
        <translation>
            <numerusform>Demasiados PIN incorrectos. Espere %n segundo.</numerusform>
            <numerusform>Demasiados PIN incorrectos. Espere %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a staff PIN</source>
        <extracomment>desktop/ui/kiosk/texts.py, PIN_CHOOSE_TITLE</extracomment>
        <translation>Elija un PIN del personal</translation>
    </message>
    <message>
        <source>This kiosk has no PIN yet. Choose 4 to 12 digits; without them nobody can leave this screen.</source>
        <extracomment>desktop/ui/kiosk/texts.py, PIN_CHOOSE</extracomment>
        <translation>Este quiosco aún no tiene PIN. Elija de 4 a 12 cifras; sin ellas nadie puede salir de esta pantalla.</translation>
    </message>
    <message>
        <source>The same PIN again</source>
        <extracomment>desktop/ui/kiosk/texts.py, PIN_AGAIN_TITLE</extracomment>
        <translation>El mismo PIN otra vez</translation>
    </message>
    <message>
        <source>So that it is the one you meant.</source>
        <extracomment>desktop/ui/kiosk/texts.py, PIN_AGAIN</extracomment>
        <translation>Para que sea el que quería.</translation>
    </message>
    <message>
        <source>The two were different. Choose again.</source>
        <extracomment>desktop/ui/kiosk/texts.py, PIN_DIFFERENT</extracomment>
        <translation>Los dos eran distintos. Elija de nuevo.</translation>
    </message>
    <message numerus="yes">
        <source>%n digit typed|%n digits typed</source>
        <extracomment>desktop/ui/kiosk/texts.py, DIGITS_TYPED</extracomment>
        <translation>
            <numerusform>%n cifra escrita</numerusform>
            <numerusform>%n cifras escritas</numerusform>
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
        <translation>Participante: {participant}</translation>
    </message>
    <message>
        <source>No session is running.</source>
        <extracomment>desktop/ui/kiosk/texts.py, STAFF_NO_SESSION</extracomment>
        <translation>No hay ninguna sesión en curso.</translation>
    </message>
    <message>
        <source>Waiting to be sent, of all sessions: {count}</source>
        <extracomment>desktop/ui/kiosk/texts.py, STAFF_WAITING</extracomment>
        <translation>Por enviar, de todas las sesiones: {count}</translation>
    </message>
    <message>
        <source>Space for {time} of recording</source>
        <extracomment>desktop/ui/kiosk/texts.py, STAFF_SPACE</extracomment>
        <translation>Espacio para {time} de grabación</translation>
    </message>
    <message>
        <source>Kept</source>
        <extracomment>desktop/ui/kiosk/texts.py, TAKE_KEPT</extracomment>
        <translation>Conservada</translation>
    </message>
    <message>
        <source>Discarded; it can still be kept</source>
        <extracomment>desktop/ui/kiosk/texts.py, TAKE_DISCARDED</extracomment>
        <translation>Descartada; aún se puede conservar</translation>
    </message>
    <message>
        <source>Discarded</source>
        <extracomment>desktop/ui/kiosk/texts.py, TAKE_GONE</extracomment>
        <translation>Descartada</translation>
    </message>
    <message>
        <source>Not decided yet</source>
        <extracomment>desktop/ui/kiosk/texts.py, TAKE_PENDING</extracomment>
        <translation>Aún sin decidir</translation>
    </message>
    <message>
        <source>Keep it after all</source>
        <extracomment>desktop/ui/kiosk/texts.py, UNDO_DISCARD</extracomment>
        <translation>Conservarla de todos modos</translation>
    </message>
    <message>
        <source>Again: {title}</source>
        <extracomment>desktop/ui/kiosk/texts.py, RECORD_PROMPT_AGAIN</extracomment>
        <translation>Otra vez: {title}</translation>
    </message>
    <message>
        <source>Try to send now</source>
        <extracomment>desktop/ui/kiosk/texts.py, RETRY_NOW</extracomment>
        <translation>Intentar enviar ahora</translation>
    </message>
    <message>
        <source>Open camera and microphone again</source>
        <extracomment>desktop/ui/kiosk/texts.py, REOPEN_DEVICES</extracomment>
        <translation>Abrir de nuevo la cámara y el micrófono</translation>
    </message>
    <message>
        <source>End this session</source>
        <extracomment>desktop/ui/kiosk/texts.py, END_SESSION</extracomment>
        <translation>Terminar esta sesión</translation>
    </message>
    <message>
        <source>Leave the kiosk</source>
        <extracomment>desktop/ui/kiosk/texts.py, LEAVE_KIOSK</extracomment>
        <translation>Salir del quiosco</translation>
    </message>
    <message>
        <source>Back to the participant</source>
        <extracomment>desktop/ui/kiosk/texts.py, BACK_TO_PARTICIPANT</extracomment>
        <translation>Volver al participante</translation>
    </message>
    <message>
        <source>Record this session without sound</source>
        <extracomment>desktop/ui/kiosk/texts.py, GO_WITHOUT_SOUND</extracomment>
        <translation>Grabar esta sesión sin sonido</translation>
    </message>
    <message>
        <source>Something went wrong inside the kiosk. Recordings are safe; the log says what.</source>
        <extracomment>desktop/ui/kiosk/texts.py, STAFF_FAULT</extracomment>
        <translation>Algo salió mal dentro del quiosco. Las grabaciones están a salvo; el registro dice qué.</translation>
    </message>
    <message>
        <source>What was wrong: {sentence}</source>
        <extracomment>desktop/ui/kiosk/texts.py, STAFF_TROUBLE</extracomment>
        <translation>Qué iba mal: {sentence}</translation>
    </message>
    <message>
        <source>Morning rehearsal…</source>
        <extracomment>desktop/ui/morning_texts.py, MENU</extracomment>
        <translation>Ensayo de la mañana…</translation>
    </message>
    <message>
        <source>Morning rehearsal</source>
        <extracomment>desktop/ui/morning_texts.py, TITLE</extracomment>
        <translation>Ensayo de la mañana</translation>
    </message>
    <message>
        <source>Is everything ready for today?</source>
        <extracomment>desktop/ui/morning_texts.py, HEADING</extracomment>
        <translation>¿Está todo listo para hoy?</translation>
    </message>
    <message>
        <source>Holdfast looks at camera, microphone, disk and receiver, then records six seconds and follows them until the receiver has played them. It takes about half a minute. Speak meanwhile.</source>
        <extracomment>desktop/ui/morning_texts.py, SENTENCE</extracomment>
        <translation>Holdfast mira la cámara, el micrófono, el disco y el receptor; luego graba seis segundos y los sigue hasta que el receptor los ha reproducido. Tarda medio minuto. Hable mientras tanto.</translation>
    </message>
    <message>
        <source>Begin the rehearsal</source>
        <extracomment>desktop/ui/morning_texts.py, START</extracomment>
        <translation>Empezar el ensayo</translation>
    </message>
    <message>
        <source>&amp;Begin the rehearsal</source>
        <extracomment>desktop/ui/morning_texts.py, START_MNEMONIC</extracomment>
        <translation>&amp;Empezar el ensayo</translation>
    </message>
    <message>
        <source>Rehearse again</source>
        <extracomment>desktop/ui/morning_texts.py, AGAIN</extracomment>
        <translation>Ensayar otra vez</translation>
    </message>
    <message>
        <source>Open the card to print</source>
        <extracomment>desktop/ui/morning_texts.py, CARD</extracomment>
        <translation>Abrir la tarjeta para imprimir</translation>
    </message>
    <message>
        <source>&amp;Open the card to print</source>
        <extracomment>desktop/ui/morning_texts.py, CARD_MNEMONIC</extracomment>
        <translation>Abrir la &amp;tarjeta para imprimir</translation>
    </message>
    <message>
        <source>What was looked at</source>
        <extracomment>desktop/ui/morning_texts.py, ROWS</extracomment>
        <translation>Lo que se ha mirado</translation>
    </message>
    <message>
        <source>Disk</source>
        <extracomment>desktop/ui/morning_texts.py, NAMES</extracomment>
        <translation>Disco</translation>
    </message>
    <message>
        <source>Second folder</source>
        <extracomment>desktop/ui/morning_texts.py, NAMES</extracomment>
        <translation>Segunda carpeta</translation>
    </message>
    <message>
        <source>Database</source>
        <extracomment>desktop/ui/morning_texts.py, NAMES</extracomment>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>Clock</source>
        <extracomment>desktop/ui/morning_texts.py, NAMES</extracomment>
        <translation>Reloj</translation>
    </message>
    <message>
        <source>ffmpeg</source>
        <extracomment>desktop/ui/morning_texts.py, NAMES</extracomment>
        <translation>ffmpeg</translation>
    </message>
    <message>
        <source>Trial recording</source>
        <extracomment>desktop/ui/morning_texts.py, NAMES</extracomment>
        <translation>Grabación de prueba</translation>
    </message>
    <message>
        <source>Nothing has been looked at yet.</source>
        <extracomment>desktop/ui/morning_texts.py, NOTHING_YET</extracomment>
        <translation>Todavía no se ha mirado nada.</translation>
    </message>
    <message>
        <source>Looking at devices, disk and receiver…</source>
        <extracomment>desktop/ui/morning_texts.py, LOOKING</extracomment>
        <translation>Mirando los dispositivos, el disco y el receptor…</translation>
    </message>
    <message>
        <source>Recording for six seconds…</source>
        <extracomment>desktop/ui/morning_texts.py, RECORDING</extracomment>
        <translation>Grabando seis segundos…</translation>
    </message>
    <message>
        <source>Recorded. On its way to the receiver…</source>
        <extracomment>desktop/ui/morning_texts.py, SENDING</extracomment>
        <translation>Grabado. De camino al receptor…</translation>
    </message>
    <message>
        <source>Ready to record</source>
        <extracomment>desktop/ui/morning_texts.py, READY</extracomment>
        <translation>Listo para grabar</translation>
    </message>
    <message>
        <source>Not ready</source>
        <extracomment>desktop/ui/morning_texts.py, NOT_READY</extracomment>
        <translation>No está listo</translation>
    </message>
    <message>
        <source>A recording is running or the camera is not open. Nothing was recorded for a trial.</source>
        <extracomment>desktop/ui/morning_texts.py, BUSY</extracomment>
        <translation>Hay una grabación en marcha o la cámara no está abierta. No se grabó nada de prueba.</translation>
    </message>
    <message>
        <source>The trial recording did not begin. {why}</source>
        <extracomment>desktop/ui/morning_texts.py, NOT_RECORDED</extracomment>
        <translation>La grabación de prueba no empezó. {why}</translation>
    </message>
    <message>
        <source>Not within {seconds} seconds.</source>
        <extracomment>desktop/ui/morning_texts.py, NOT_IN_TIME</extracomment>
        <translation>No en {seconds} segundos.</translation>
    </message>
    <message>
        <source>The card could not be written. {why}</source>
        <extracomment>desktop/ui/morning_texts.py, CARD_FAILED</extracomment>
        <translation>La tarjeta no se pudo escribir. {why}</translation>
    </message>
    <message>
        <source>Note…</source>
        <extracomment>desktop/ui/note_texts.py, MENU</extracomment>
        <translation>Nota…</translation>
    </message>
    <message>
        <source>Note about {title}</source>
        <extracomment>desktop/ui/note_texts.py, HEADING</extracomment>
        <translation>Nota sobre {title}</translation>
    </message>
    <message>
        <source>The receiver gets it with the recording, and again whenever it changes. Names do not belong here.</source>
        <extracomment>desktop/ui/note_texts.py, SENTENCE</extracomment>
        <translation>El receptor la recibe con la grabación y de nuevo cada vez que cambia. Aquí no van nombres.</translation>
    </message>
    <message>
        <source>Save the note</source>
        <extracomment>desktop/ui/note_texts.py, SAVE</extracomment>
        <translation>Guardar la nota</translation>
    </message>
    <message>
        <source>&amp;Save the note</source>
        <extracomment>desktop/ui/note_texts.py, SAVE_MNEMONIC</extracomment>
        <translation>&amp;Guardar la nota</translation>
    </message>
    <message>
        <source>Upload queue</source>
        <extracomment>desktop/ui/queue_texts.py, TITLE</extracomment>
        <translation>Cola de envío</translation>
    </message>
    <message>
        <source>Upload queue · Holdfast</source>
        <extracomment>desktop/ui/queue_texts.py, WINDOW_TITLE</extracomment>
        <translation>Cola de envío · Holdfast</translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>desktop/ui/queue_texts.py, COLUMNS</extracomment>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Progress</source>
        <extracomment>desktop/ui/queue_texts.py, COLUMNS</extracomment>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Speed</source>
        <extracomment>desktop/ui/queue_texts.py, COLUMNS</extracomment>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Time left</source>
        <extracomment>desktop/ui/queue_texts.py, COLUMNS</extracomment>
        <translation>Tiempo restante</translation>
    </message>
    <message>
        <source>Tries</source>
        <extracomment>desktop/ui/queue_texts.py, COLUMNS</extracomment>
        <translation>Intentos</translation>
    </message>
    <message>
        <source>Next try</source>
        <extracomment>desktop/ui/queue_texts.py, COLUMNS</extracomment>
        <translation>Próximo intento</translation>
    </message>
    <message>
        <source>Details</source>
        <extracomment>desktop/ui/queue_texts.py, COLUMNS</extracomment>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Recordings in the queue</source>
        <extracomment>desktop/ui/queue_texts.py, TABLE</extracomment>
        <translation>Grabaciones en la cola</translation>
    </message>
    <message>
        <source>Checking</source>
        <extracomment>desktop/ui/queue_texts.py, CHECKING</extracomment>
        <translation>Comprobando</translation>
    </message>
    <message>
        <source>Will try again</source>
        <extracomment>desktop/ui/queue_texts.py, AGAIN</extracomment>
        <translation>Lo intentará de nuevo</translation>
    </message>
    <message>
        <source>Waiting for internet</source>
        <extracomment>desktop/ui/queue_texts.py, NO_INTERNET</extracomment>
        <translation>Espera internet</translation>
    </message>
    <message>
        <source>Waiting for receiver</source>
        <extracomment>desktop/ui/queue_texts.py, NO_RECEIVER</extracomment>
        <translation>Espera al receptor</translation>
    </message>
    <message>
        <source>Paused</source>
        <extracomment>desktop/ui/queue_texts.py, PAUSED</extracomment>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Needs you</source>
        <extracomment>desktop/ui/queue_texts.py, NEEDS_YOU</extracomment>
        <translation>Le necesita</translation>
    </message>
    <message>
        <source>To decide</source>
        <extracomment>desktop/ui/queue_texts.py, TO_DECIDE</extracomment>
        <translation>Por decidir</translation>
    </message>
    <message>
        <source>Set aside</source>
        <extracomment>desktop/ui/queue_texts.py, ASIDE</extracomment>
        <translation>Apartada</translation>
    </message>
    <message>
        <source>Not sent</source>
        <extracomment>desktop/ui/queue_texts.py, NOT_SENT</extracomment>
        <translation>Sin enviar</translation>
    </message>
    <message>
        <source>The receiver compares checksums.</source>
        <extracomment>desktop/ui/queue_texts.py, COMPARING</extracomment>
        <translation>El receptor compara las sumas de comprobación.</translation>
    </message>
    <message>
        <source>On its way.</source>
        <extracomment>desktop/ui/queue_texts.py, ON_ITS_WAY</extracomment>
        <translation>En camino.</translation>
    </message>
    <message>
        <source>In line.</source>
        <extracomment>desktop/ui/queue_texts.py, IN_LINE</extracomment>
        <translation>En la fila.</translation>
    </message>
    <message>
        <source>First in line.</source>
        <extracomment>desktop/ui/queue_texts.py, FIRST_IN_LINE</extracomment>
        <translation>Primera de la fila.</translation>
    </message>
    <message>
        <source>Discarded. It is not sent.</source>
        <extracomment>desktop/ui/queue_texts.py, DISCARDED</extracomment>
        <translation>Descartada. No se envía.</translation>
    </message>
    <message>
        <source>Take {take} · {moment}</source>
        <extracomment>desktop/ui/queue_texts.py, TAKE</extracomment>
        <translation>Toma {take} · {moment}</translation>
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
        <translation>más de {hours} h</translation>
    </message>
    <message>
        <source>in {time}</source>
        <extracomment>desktop/ui/queue_texts.py, NEXT_IN</extracomment>
        <translation>en {time}</translation>
    </message>
    <message>
        <source>now</source>
        <extracomment>desktop/ui/queue_texts.py, NEXT_NOW</extracomment>
        <translation>ahora</translation>
    </message>
    <message>
        <source>when online</source>
        <extracomment>desktop/ui/queue_texts.py, NEXT_ONLINE</extracomment>
        <translation>al conectarse</translation>
    </message>
    <message>
        <source>Progress: {share} percent</source>
        <extracomment>desktop/ui/queue_texts.py, SPOKEN_PROGRESS</extracomment>
        <translation>Progreso: {share} por ciento</translation>
    </message>
    <message>
        <source>State: {state}</source>
        <extracomment>desktop/ui/queue_texts.py, SPOKEN_STATE</extracomment>
        <translation>Estado: {state}</translation>
    </message>
    <message>
        <source>{column}: none</source>
        <extracomment>desktop/ui/queue_texts.py, SPOKEN_NOTHING</extracomment>
        <translation>{column}: ninguno</translation>
    </message>
    <message>
        <source>&amp;Retry failed ({count})</source>
        <extracomment>desktop/ui/queue_texts.py, RETRY_FAILED</extracomment>
        <translation>&amp;Reintentar las fallidas ({count})</translation>
    </message>
    <message>
        <source>&amp;Retry failed</source>
        <extracomment>desktop/ui/queue_texts.py, RETRY_NONE</extracomment>
        <translation>&amp;Reintentar las fallidas</translation>
    </message>
    <message>
        <source>Start everything afresh that needs a person</source>
        <extracomment>desktop/ui/queue_texts.py, RETRY_HINT</extracomment>
        <translation>Empezar de nuevo todo lo que necesita a una persona</translation>
    </message>
    <message>
        <source>&amp;Pause sending</source>
        <extracomment>desktop/ui/queue_texts.py, PAUSE</extracomment>
        <translation>&amp;Pausar el envío</translation>
    </message>
    <message>
        <source>Try &amp;now</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_NOW</extracomment>
        <translation>Intentar a&amp;hora</translation>
    </message>
    <message>
        <source>End every wait and try to send now</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_NOW_HINT</extracomment>
        <translation>Terminar toda espera e intentar enviar ahora</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <extracomment>desktop/ui/queue_texts.py, OPEN_FOLDER</extracomment>
        <translation>&amp;Abrir carpeta</translation>
    </message>
    <message>
        <source>Show the recordings folder</source>
        <extracomment>desktop/ui/queue_texts.py, OPEN_FOLDER_HINT</extracomment>
        <translation>Mostrar la carpeta de grabaciones</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <extracomment>desktop/ui/queue_texts.py, MORE</extracomment>
        <translation>&amp;Más</translation>
    </message>
    <message>
        <source>Free space, a disk that travels, the receiver&apos;s key</source>
        <extracomment>desktop/ui/queue_texts.py, MORE_HINT</extracomment>
        <translation>Liberar espacio, un disco que viaja, la clave del receptor</translation>
    </message>
    <message>
        <source>Free space…</source>
        <extracomment>desktop/ui/queue_texts.py, FREE_SPACE</extracomment>
        <translation>Liberar espacio…</translation>
    </message>
    <message>
        <source>Copy to a disk that travels…</source>
        <extracomment>desktop/ui/queue_texts.py, EXPORT</extracomment>
        <translation>Copiar a un disco que viaja…</translation>
    </message>
    <message>
        <source>Take receipts from a disk…</source>
        <extracomment>desktop/ui/queue_texts.py, IMPORT</extracomment>
        <translation>Recoger recibos de un disco…</translation>
    </message>
    <message>
        <source>Receiver and its key…</source>
        <extracomment>desktop/ui/queue_texts.py, RECEIVER</extracomment>
        <translation>Receptor y su clave…</translation>
    </message>
    <message>
        <source>All ({count})</source>
        <extracomment>desktop/ui/queue_texts.py, FILTERS</extracomment>
        <translation>Todas ({count})</translation>
    </message>
    <message>
        <source>Needs you ({count})</source>
        <extracomment>desktop/ui/queue_texts.py, FILTERS</extracomment>
        <translation>Le necesitan ({count})</translation>
    </message>
    <message>
        <source>Not sent ({count})</source>
        <extracomment>desktop/ui/queue_texts.py, FILTERS</extracomment>
        <translation>Sin enviar ({count})</translation>
    </message>
    <message>
        <source>Sent ({count})</source>
        <extracomment>desktop/ui/queue_texts.py, FILTERS</extracomment>
        <translation>Enviadas ({count})</translation>
    </message>
    <message>
        <source>Which recordings to show</source>
        <extracomment>desktop/ui/queue_texts.py, FILTER</extracomment>
        <translation>Qué grabaciones mostrar</translation>
    </message>
    <message>
        <source>Find participant or prompt</source>
        <extracomment>desktop/ui/queue_texts.py, FIND</extracomment>
        <translation>Buscar participante o tarea</translation>
    </message>
    <message>
        <source>Show only recordings with these words (Ctrl+F)</source>
        <extracomment>desktop/ui/queue_texts.py, FIND_HINT</extracomment>
        <translation>Mostrar solo grabaciones con estas palabras (Ctrl+F)</translation>
    </message>
    <message>
        <source>Send first</source>
        <extracomment>desktop/ui/queue_texts.py, DO_FIRST</extracomment>
        <translation>Enviar primero</translation>
    </message>
    <message>
        <source>Pause this</source>
        <extracomment>desktop/ui/queue_texts.py, DO_PAUSE</extracomment>
        <translation>Pausar esta</translation>
    </message>
    <message>
        <source>Resume this</source>
        <extracomment>desktop/ui/queue_texts.py, DO_RESUME</extracomment>
        <translation>Reanudar esta</translation>
    </message>
    <message>
        <source>Show file</source>
        <extracomment>desktop/ui/queue_texts.py, DO_SHOW</extracomment>
        <translation>Mostrar archivo</translation>
    </message>
    <message>
        <source>Copy details</source>
        <extracomment>desktop/ui/queue_texts.py, DO_COPY</extracomment>
        <translation>Copiar detalles</translation>
    </message>
    <message>
        <source>Delete the copy here…</source>
        <extracomment>desktop/ui/queue_texts.py, DO_FREE</extracomment>
        <translation>Borrar la copia de aquí…</translation>
    </message>
    <message>
        <source>Remove from queue…</source>
        <extracomment>desktop/ui/queue_texts.py, DO_REMOVE</extracomment>
        <translation>Quitar de la cola…</translation>
    </message>
    <message>
        <source>Tr&amp;y now</source>
        <extracomment>desktop/ui/queue_texts.py, DO_TRY_NOW_MNEMONIC</extracomment>
        <translation>&amp;Intentar ahora</translation>
    </message>
    <message>
        <source>&amp;Show file</source>
        <extracomment>desktop/ui/queue_texts.py, DO_SHOW_MNEMONIC</extracomment>
        <translation>Mostrar archi&amp;vo</translation>
    </message>
    <message>
        <source>&amp;Copy details</source>
        <extracomment>desktop/ui/queue_texts.py, DO_COPY_MNEMONIC</extracomment>
        <translation>&amp;Copiar detalles</translation>
    </message>
    <message>
        <source>More…</source>
        <extracomment>desktop/ui/queue_texts.py, DO_MORE</extracomment>
        <translation>Más…</translation>
    </message>
    <message>
        <source>All that can be done with the selected recordings</source>
        <extracomment>desktop/ui/queue_texts.py, DO_MORE_HINT</extracomment>
        <translation>Todo lo que se puede hacer con las grabaciones elegidas</translation>
    </message>
    <message numerus="yes">
        <source>%n recording is tried now.|%n recordings are tried now.</source>
        <extracomment>desktop/ui/queue_texts.py, DONE_TRY_NOW</extracomment>
        <translation>
            <numerusform>%n grabación se intenta ahora.</numerusform>
            <numerusform>%n grabaciones se intentan ahora.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording is sent before all others.|%n recordings are sent before all others.</source>
        <extracomment>desktop/ui/queue_texts.py, DONE_FIRST</extracomment>
        <translation>
            <numerusform>%n grabación se envía antes que todas las demás.</numerusform>
            <numerusform>%n grabaciones se envían antes que todas las demás.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording is paused. It is safe here; Resume this sends it.|%n recordings are paused. They are safe here; Resume this sends them.</source>
        <extracomment>desktop/ui/queue_texts.py, DONE_PAUSE</extracomment>
        <translation>
            <numerusform>%n grabación está en pausa. Está a salvo aquí; Reanudar esta la envía.</numerusform>
            <numerusform>%n grabaciones están en pausa. Están a salvo aquí; Reanudar esta las envía.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording is sent in its turn.|%n recordings are sent in their turn.</source>
        <extracomment>desktop/ui/queue_texts.py, DONE_RESUME</extracomment>
        <translation>
            <numerusform>%n grabación se envía cuando le toque.</numerusform>
            <numerusform>%n grabaciones se envían cuando les toque.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording is set aside. Its files stay here; Try now sends it after all.|%n recordings are set aside. Their files stay here; Try now sends them after all.</source>
        <extracomment>desktop/ui/queue_texts.py, DONE_ASIDE</extracomment>
        <translation>
            <numerusform>%n grabación está apartada. Sus archivos se quedan aquí; Intentar ahora la envía después de todo.</numerusform>
            <numerusform>%n grabaciones están apartadas. Sus archivos se quedan aquí; Intentar ahora las envía después de todo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording is discarded. For ten minutes Keep brings it back.|%n recordings are discarded. For ten minutes Keep brings them back.</source>
        <extracomment>desktop/ui/queue_texts.py, DONE_DISCARD</extracomment>
        <translation>
            <numerusform>%n grabación está descartada. Durante diez minutos Conservar la recupera.</numerusform>
            <numerusform>%n grabaciones están descartadas. Durante diez minutos Conservar las recupera.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording is kept.|%n recordings are kept.</source>
        <extracomment>desktop/ui/queue_texts.py, DONE_KEEP</extracomment>
        <translation>
            <numerusform>%n grabación se conserva.</numerusform>
            <numerusform>%n grabaciones se conservan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording that needed you starts afresh.|%n recordings that needed you start afresh.</source>
        <extracomment>desktop/ui/queue_texts.py, DONE_RETRY</extracomment>
        <translation>
            <numerusform>%n grabación que le necesitaba empieza de nuevo.</numerusform>
            <numerusform>%n grabaciones que le necesitaban empiezan de nuevo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The details of %n recording are on the clipboard.|The details of %n recordings are on the clipboard.</source>
        <extracomment>desktop/ui/queue_texts.py, DONE_COPY</extracomment>
        <translation>
            <numerusform>Los detalles de %n grabación están en el portapapeles.</numerusform>
            <numerusform>Los detalles de %n grabaciones están en el portapapeles.</numerusform>
        </translation>
    </message>
    <message>
        <source>Trying to send now.</source>
        <extracomment>desktop/ui/queue_texts.py, DONE_TRY_ALL</extracomment>
        <translation>Intentando enviar ahora.</translation>
    </message>
    <message>
        <source>{done} Sending as a whole is paused: it goes on when you resume it.</source>
        <extracomment>desktop/ui/queue_texts.py, BUT_PAUSED</extracomment>
        <translation>{done} El envío en conjunto está en pausa: continúa cuando lo reanude.</translation>
    </message>
    <message>
        <source>The folder is not there any more: {path}. Was the disk unplugged?</source>
        <extracomment>desktop/ui/queue_texts.py, FILE_GONE</extracomment>
        <translation>La carpeta ya no está: {path}. ¿Se desconectó el disco?</translation>
    </message>
    <message>
        <source>That did not work. {why}</source>
        <extracomment>desktop/ui/queue_texts.py, NOT_DONE</extracomment>
        <translation>Eso no funcionó. {why}</translation>
    </message>
    <message numerus="yes">
        <source>{first} (and %n other reason)|{first} (and %n other reasons)</source>
        <extracomment>desktop/ui/queue_texts.py, NEEDS_AND_MORE</extracomment>
        <translation>
            <numerusform>{first} (y %n motivo más)</numerusform>
            <numerusform>{first} (y %n motivos más)</numerusform>
        </translation>
    </message>
    <message>
        <source>The reason stands beside it in the list. {safe}</source>
        <extracomment>desktop/ui/queue_texts.py, NEEDS_NO_REASON</extracomment>
        <translation>El motivo está al lado en la lista. {safe}</translation>
    </message>
    <message>
        <source>The receiver has taken nothing for a long time</source>
        <extracomment>desktop/ui/queue_texts.py, TOO_LONG_TITLE</extracomment>
        <translation>El receptor lleva mucho tiempo sin aceptar nada</translation>
    </message>
    <message>
        <source>{why} It is tried again by itself. Tell whoever looks after the receiver.</source>
        <extracomment>desktop/ui/queue_texts.py, TOO_LONG</extracomment>
        <translation>{why} Se reintenta solo. Avise a quien se ocupa del receptor.</translation>
    </message>
    <message>
        <source>Nothing is sent at the moment</source>
        <extracomment>desktop/ui/queue_texts.py, STOPPED_TITLE</extracomment>
        <translation>Ahora no se envía nada</translation>
    </message>
    <message>
        <source>Sending is paused</source>
        <extracomment>desktop/ui/queue_texts.py, PAUSED_TITLE</extracomment>
        <translation>El envío está en pausa</translation>
    </message>
    <message>
        <source>Select a recording to see every try at sending it.</source>
        <extracomment>desktop/ui/queue_texts.py, NOTHING_SELECTED</extracomment>
        <translation>Elija una grabación para ver cada intento de enviarla.</translation>
    </message>
    <message numerus="yes">
        <source>%n recording selected|%n recordings selected</source>
        <extracomment>desktop/ui/queue_texts.py, SELECTED</extracomment>
        <translation>
            <numerusform>%n grabación elegida</numerusform>
            <numerusform>%n grabaciones elegidas</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} in all, {unsent} of it not sent yet.</source>
        <extracomment>desktop/ui/queue_texts.py, SELECTED_MORE</extracomment>
        <translation>{size} en total, {unsent} aún sin enviar.</translation>
    </message>
    <message>
        <source>id {id} · {segments} segments · {frames} frames · {lost} lost · {folder}</source>
        <extracomment>desktop/ui/queue_texts.py, ID_LINE</extracomment>
        <translation>id {id} · {segments} segmentos · {frames} imágenes · {lost} perdidas · {folder}</translation>
    </message>
    <message>
        <source>Every try</source>
        <extracomment>desktop/ui/queue_texts.py, TRIES</extracomment>
        <translation>Cada intento</translation>
    </message>
    <message>
        <source>When</source>
        <extracomment>desktop/ui/queue_texts.py, TRIES_COLUMNS</extracomment>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>What</source>
        <extracomment>desktop/ui/queue_texts.py, TRIES_COLUMNS</extracomment>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Took</source>
        <extracomment>desktop/ui/queue_texts.py, TRIES_COLUMNS</extracomment>
        <translation>Tardó</translation>
    </message>
    <message>
        <source>Answer</source>
        <extracomment>desktop/ui/queue_texts.py, TRIES_COLUMNS</extracomment>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Nothing of it was tried yet.</source>
        <extracomment>desktop/ui/queue_texts.py, TRIES_NONE</extracomment>
        <translation>Aún no se ha intentado nada de ella.</translation>
    </message>
    <message>
        <source>The newest {shown} of {all} tries</source>
        <extracomment>desktop/ui/queue_texts.py, TRIES_MORE</extracomment>
        <translation>Los {shown} más recientes de {all} intentos</translation>
    </message>
    <message>
        <source>Segment {segment}</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_SEGMENT</extracomment>
        <translation>Segmento {segment}</translation>
    </message>
    <message>
        <source>Announcement</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_ACTIONS</extracomment>
        <translation>Anuncio</translation>
    </message>
    <message>
        <source>Manifest</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_ACTIONS</extracomment>
        <translation>Manifiesto</translation>
    </message>
    <message>
        <source>Does it play?</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_ACTIONS</extracomment>
        <translation>¿Se reproduce?</translation>
    </message>
    <message>
        <source>Preview picture</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_ACTIONS</extracomment>
        <translation>Imagen de vista previa</translation>
    </message>
    <message>
        <source>Later findings</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_ACTIONS</extracomment>
        <translation>Hallazgos posteriores</translation>
    </message>
    <message>
        <source>Deleting the copy here</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_ACTIONS</extracomment>
        <translation>Borrado de la copia de aquí</translation>
    </message>
    <message>
        <source>Discarding</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_ACTIONS</extracomment>
        <translation>Descarte</translation>
    </message>
    <message>
        <source>Withdrawal</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_ACTIONS</extracomment>
        <translation>Retirada</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_OUTCOMES</extracomment>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Did not work, tried again later</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_OUTCOMES</extracomment>
        <translation>No funcionó, se reintenta más tarde</translation>
    </message>
    <message>
        <source>Refused</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_OUTCOMES</extracomment>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Held back</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_OUTCOMES</extracomment>
        <translation>Retenido</translation>
    </message>
    <message>
        <source>The disk was not connected</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_OUTCOMES</extracomment>
        <translation>El disco no estaba conectado</translation>
    </message>
    <message>
        <source>Left out</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_OUTCOMES</extracomment>
        <translation>Omitido</translation>
    </message>
    <message>
        <source>The receiver did not know it</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_OUTCOMES</extracomment>
        <translation>El receptor no la conocía</translation>
    </message>
    <message>
        <source>The receiver misses something</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_OUTCOMES</extracomment>
        <translation>Al receptor le falta algo</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_OUTCOMES</extracomment>
        <translation>Retirada</translation>
    </message>
    <message>
        <source>{answer} (code {status})</source>
        <extracomment>desktop/ui/queue_texts.py, TRY_CODE</extracomment>
        <translation>{answer} (código {status})</translation>
    </message>
    <message>
        <source>{title}
id {id}
State: {state}
{details}
Folder: {folder}</source>
        <extracomment>desktop/ui/queue_texts.py, COPY_HEAD</extracomment>
        <translation>{title}
id {id}
Estado: {state}
{details}
Carpeta: {folder}</translation>
    </message>
    <message numerus="yes">
        <source>%n not sent, {size}|%n not sent, {size}</source>
        <extracomment>desktop/ui/queue_texts.py, UNSENT</extracomment>
        <translation>
            <numerusform>%n sin enviar, {size}</numerusform>
            <numerusform>%n sin enviar, {size}</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is sent</source>
        <extracomment>desktop/ui/queue_texts.py, ALL_SENT</extracomment>
        <translation>Todo está enviado</translation>
    </message>
    <message numerus="yes">
        <source>%n set aside|%n set aside</source>
        <extracomment>desktop/ui/queue_texts.py, FOOTER_ASIDE</extracomment>
        <translation>
            <numerusform>%n apartada</numerusform>
            <numerusform>%n apartadas</numerusform>
        </translation>
    </message>
    <message>
        <source>{speed}, {left} left</source>
        <extracomment>desktop/ui/queue_texts.py, FOOTER_PACE</extracomment>
        <translation>{speed}, quedan {left}</translation>
    </message>
    <message>
        <source>{receiver}: last contact {time}</source>
        <extracomment>desktop/ui/queue_texts.py, FOOTER_CONTACT</extracomment>
        <translation>{receiver}: último contacto {time}</translation>
    </message>
    <message>
        <source>Nothing in the queue</source>
        <extracomment>desktop/ui/queue_texts.py, EMPTY_TITLE</extracomment>
        <translation>Nada en la cola</translation>
    </message>
    <message>
        <source>Every recording appears here by itself as soon as it begins.</source>
        <extracomment>desktop/ui/queue_texts.py, EMPTY_SENTENCE</extracomment>
        <translation>Cada grabación aparece aquí sola en cuanto empieza.</translation>
    </message>
    <message>
        <source>No recording fits</source>
        <extracomment>desktop/ui/queue_texts.py, NONE_FOUND_TITLE</extracomment>
        <translation>Ninguna grabación coincide</translation>
    </message>
    <message>
        <source>Choose another filter, or look for other words.</source>
        <extracomment>desktop/ui/queue_texts.py, NONE_FOUND_SENTENCE</extracomment>
        <translation>Elija otro filtro o busque otras palabras.</translation>
    </message>
    <message>
        <source>Reading the queue…</source>
        <extracomment>desktop/ui/queue_texts.py, READING_TITLE</extracomment>
        <translation>Leyendo la cola…</translation>
    </message>
    <message>
        <source>Remove from queue</source>
        <extracomment>desktop/ui/queue_texts.py, REMOVE_TITLE</extracomment>
        <translation>Quitar de la cola</translation>
    </message>
    <message numerus="yes">
        <source>Do not send this recording any more?|Do not send these %n recordings any more?</source>
        <extracomment>desktop/ui/queue_texts.py, REMOVE_QUESTION</extracomment>
        <translation>
            <numerusform>¿No enviar más esta grabación?</numerusform>
            <numerusform>¿No enviar más estas %n grabaciones?</numerusform>
        </translation>
    </message>
    <message>
        <source>Set aside, its files stay on this computer and Try now sends it after all. Discarded, it is deleted here and at the receiver; for ten minutes that can be undone.</source>
        <extracomment>desktop/ui/queue_texts.py, REMOVE_MORE</extracomment>
        <translation>Apartada, sus archivos se quedan en este equipo e Intentar ahora la envía después de todo. Descartada, se borra aquí y en el receptor; durante diez minutos se puede deshacer.</translation>
    </message>
    <message>
        <source>Set &amp;aside, keep the files</source>
        <extracomment>desktop/ui/queue_texts.py, REMOVE_ASIDE</extracomment>
        <translation>&amp;Apartar, conservar los archivos</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <extracomment>desktop/ui/queue_texts.py, REMOVE_DISCARD</extracomment>
        <translation>Desc&amp;artar</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <extracomment>desktop/ui/queue_texts.py, STOP</extracomment>
        <translation>&amp;Detener</translation>
    </message>
    <message>
        <source>Working…</source>
        <extracomment>desktop/ui/queue_texts.py, WORKING</extracomment>
        <translation>Trabajando…</translation>
    </message>
    <message>
        <source>Stopped. What was done so far stays done.</source>
        <extracomment>desktop/ui/queue_texts.py, ERRAND_STOPPED</extracomment>
        <translation>Detenido. Lo hecho hasta ahora queda hecho.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more|and %n more</source>
        <extracomment>desktop/ui/queue_texts.py, AND_MORE</extracomment>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Stays: {why}</source>
        <extracomment>desktop/ui/queue_texts.py, STAYS</extracomment>
        <translation>Se queda: {why}</translation>
    </message>
    <message>
        <source>Needs attention: {why}</source>
        <extracomment>desktop/ui/queue_texts.py, WRONG</extracomment>
        <translation>Necesita atención: {why}</translation>
    </message>
    <message>
        <source>Free space</source>
        <extracomment>desktop/ui/queue_texts.py, FREE_TITLE</extracomment>
        <translation>Liberar espacio</translation>
    </message>
    <message>
        <source>Looking which copies may go…</source>
        <extracomment>desktop/ui/queue_texts.py, FREE_LOOKING</extracomment>
        <translation>Mirando qué copias se pueden borrar…</translation>
    </message>
    <message>
        <source>These copies can be deleted on this computer: the receiver has signed for the recordings. Before each one goes, the receiver reads its own copy again; what it does not confirm stays.</source>
        <extracomment>desktop/ui/queue_texts.py, FREE_INTRO</extracomment>
        <translation>Estas copias se pueden borrar en este equipo: el receptor ha firmado por las grabaciones. Antes de borrar cada una, el receptor vuelve a leer su propia copia; lo que no confirme se queda.</translation>
    </message>
    <message>
        <source>Nothing can be freed now. What is not safe at the receiver always stays.</source>
        <extracomment>desktop/ui/queue_texts.py, FREE_NONE</extracomment>
        <translation>Ahora no se puede liberar nada. Lo que no está a salvo en el receptor se queda siempre.</translation>
    </message>
    <message>
        <source>{size}, received {moment}</source>
        <extracomment>desktop/ui/queue_texts.py, FREE_ROW</extracomment>
        <translation>{size}, recibida {moment}</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Delete %n copy here ({size})|&amp;Delete %n copies here ({size})</source>
        <extracomment>desktop/ui/queue_texts.py, FREE_DO</extracomment>
        <translation>
            <numerusform>&amp;Borrar %n copia de aquí ({size})</numerusform>
            <numerusform>&amp;Borrar %n copias de aquí ({size})</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleted here, {size} free</source>
        <extracomment>desktop/ui/queue_texts.py, FREE_DONE_ROW</extracomment>
        <translation>Borrada aquí, {size} libres</translation>
    </message>
    <message>
        <source>{done} of {all}: the receiver reads its copies again</source>
        <extracomment>desktop/ui/queue_texts.py, FREE_DOING</extracomment>
        <translation>{done} de {all}: el receptor vuelve a leer sus copias</translation>
    </message>
    <message numerus="yes">
        <source>%n copy deleted here, {size} free. The recording is at the receiver.|%n copies deleted here, {size} free. The recordings are at the receiver.</source>
        <extracomment>desktop/ui/queue_texts.py, FREE_REPORT</extracomment>
        <translation>
            <numerusform>%n copia borrada aquí, {size} libres. La grabación está en el receptor.</numerusform>
            <numerusform>%n copias borradas aquí, {size} libres. Las grabaciones están en el receptor.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{freed} %n stayed.|{freed} %n stayed.</source>
        <extracomment>desktop/ui/queue_texts.py, FREE_REPORT_STAYED</extracomment>
        <translation>
            <numerusform>{freed} %n se quedó.</numerusform>
            <numerusform>{freed} %n se quedaron.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy to a disk that travels</source>
        <extracomment>desktop/ui/queue_texts.py, EXPORT_TITLE</extracomment>
        <translation>Copiar a un disco que viaja</translation>
    </message>
    <message>
        <source>The disk that travels</source>
        <extracomment>desktop/ui/queue_texts.py, EXPORT_CHOOSE</extracomment>
        <translation>El disco que viaja</translation>
    </message>
    <message>
        <source>What waits is copied to {folder}. Take the disk to the receiver; the recordings stay on this computer until their receipts are back. Run again, it goes on where it stopped.</source>
        <extracomment>desktop/ui/queue_texts.py, EXPORT_INTRO</extracomment>
        <translation>Lo que espera se copia en {folder}. Lleve el disco al receptor; las grabaciones se quedan en este equipo hasta que vuelvan sus recibos. Si lo ejecuta de nuevo, sigue donde se detuvo.</translation>
    </message>
    <message>
        <source>&amp;Encrypt it, so that only the receiver can open it</source>
        <extracomment>desktop/ui/queue_texts.py, EXPORT_ENCRYPT</extracomment>
        <translation>Ci&amp;frarlo, para que solo el receptor pueda abrirlo</translation>
    </message>
    <message numerus="yes">
        <source>Copying; %n recording is on the disk so far|Copying; %n recordings are on the disk so far</source>
        <extracomment>desktop/ui/queue_texts.py, EXPORT_DOING</extracomment>
        <translation>
            <numerusform>Copiando; %n grabación está en el disco hasta ahora</numerusform>
            <numerusform>Copiando; %n grabaciones están en el disco hasta ahora</numerusform>
        </translation>
    </message>
    <message>
        <source>On the disk</source>
        <extracomment>desktop/ui/queue_texts.py, EXPORT_ROW</extracomment>
        <translation>En el disco</translation>
    </message>
    <message numerus="yes">
        <source>%n recording is on the disk now ({size} written). Unmount it before you pull it out.|%n recordings are on the disk now ({size} written). Unmount it before you pull it out.</source>
        <extracomment>desktop/ui/queue_texts.py, EXPORT_REPORT</extracomment>
        <translation>
            <numerusform>%n grabación está ya en el disco ({size} escritos). Desmóntelo antes de desconectarlo.</numerusform>
            <numerusform>%n grabaciones están ya en el disco ({size} escritos). Desmóntelo antes de desconectarlo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new had to be copied.</source>
        <extracomment>desktop/ui/queue_texts.py, EXPORT_NOTHING</extracomment>
        <translation>No hubo que copiar nada nuevo.</translation>
    </message>
    <message>
        <source>{report} The disk is full: take another one for the rest, or come again.</source>
        <extracomment>desktop/ui/queue_texts.py, EXPORT_FULL</extracomment>
        <translation>{report} El disco está lleno: use otro para el resto o vuelva de nuevo.</translation>
    </message>
    <message>
        <source>Take receipts from a disk</source>
        <extracomment>desktop/ui/queue_texts.py, IMPORT_TITLE</extracomment>
        <translation>Recoger recibos de un disco</translation>
    </message>
    <message>
        <source>Receipts that came back in {folder} are checked and stored; what they prove counts as received and verified.</source>
        <extracomment>desktop/ui/queue_texts.py, IMPORT_INTRO</extracomment>
        <translation>Los recibos que volvieron en {folder} se comprueban y se guardan; lo que prueban cuenta como recibido y verificado.</translation>
    </message>
    <message>
        <source>&amp;Delete from the disk what is verified, so that it has room again</source>
        <extracomment>desktop/ui/queue_texts.py, IMPORT_CLEAR</extracomment>
        <translation>&amp;Borrar del disco lo verificado, para que vuelva a tener sitio</translation>
    </message>
    <message>
        <source>&amp;Take receipts</source>
        <extracomment>desktop/ui/queue_texts.py, IMPORT_DO</extracomment>
        <translation>&amp;Recoger recibos</translation>
    </message>
    <message numerus="yes">
        <source>%n recording is verified now.|%n recordings are verified now.</source>
        <extracomment>desktop/ui/queue_texts.py, IMPORT_REPORT</extracomment>
        <translation>
            <numerusform>%n grabación queda verificada.</numerusform>
            <numerusform>%n grabaciones quedan verificadas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{report} %n was before.|{report} %n were before.</source>
        <extracomment>desktop/ui/queue_texts.py, IMPORT_BEFORE</extracomment>
        <translation>
            <numerusform>{report} %n ya lo estaba.</numerusform>
            <numerusform>{report} %n ya lo estaban.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{report} %n was deleted from the disk.|{report} %n were deleted from the disk.</source>
        <extracomment>desktop/ui/queue_texts.py, IMPORT_CLEARED</extracomment>
        <translation>
            <numerusform>{report} %n se borró del disco.</numerusform>
            <numerusform>{report} %n se borraron del disco.</numerusform>
        </translation>
    </message>
    <message>
        <source>Receiver and its key</source>
        <extracomment>desktop/ui/queue_texts.py, RECEIVER_TITLE</extracomment>
        <translation>Receptor y su clave</translation>
    </message>
    <message>
        <source>Asking the receiver who it is…</source>
        <extracomment>desktop/ui/queue_texts.py, RECEIVER_ASKING</extracomment>
        <translation>Preguntando al receptor quién es…</translation>
    </message>
    <message>
        <source>It answers, and it is the one that this computer knows.</source>
        <extracomment>desktop/ui/queue_texts.py, RECEIVER_GOOD</extracomment>
        <translation>Responde, y es el que este equipo conoce.</translation>
    </message>
    <message>
        <source>Address</source>
        <extracomment>desktop/ui/queue_texts.py, RECEIVER_ROWS</extracomment>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Key</source>
        <extracomment>desktop/ui/queue_texts.py, RECEIVER_ROWS</extracomment>
        <translation>Clave</translation>
    </message>
    <message>
        <source>Known since</source>
        <extracomment>desktop/ui/queue_texts.py, RECEIVER_ROWS</extracomment>
        <translation>Conocido desde</translation>
    </message>
    <message>
        <source>The receiver answers with another key: {key}. Until somebody has compared it, nothing is sent and every recording is safe here. Ask the receiver&apos;s admin for its key (it stands on the receiver&apos;s page), compare it letter by letter, and trust it only if it is the same.</source>
        <extracomment>desktop/ui/queue_texts.py, RECEIVER_OTHER</extracomment>
        <translation>El receptor responde con otra clave: {key}. Hasta que alguien la haya comparado no se envía nada y todas las grabaciones están a salvo aquí. Pida su clave al administrador del receptor (está en la página del receptor), compárela letra por letra y confíe en ella solo si es la misma.</translation>
    </message>
    <message>
        <source>Its key now</source>
        <extracomment>desktop/ui/queue_texts.py, RECEIVER_NEW_KEY</extracomment>
        <translation>Su clave ahora</translation>
    </message>
    <message>
        <source>&amp;Trust the key {key}</source>
        <extracomment>desktop/ui/queue_texts.py, RECEIVER_DO</extracomment>
        <translation>&amp;Confiar en la clave {key}</translation>
    </message>
    <message>
        <source>The key {key} is trusted from now on. What waits is sent.</source>
        <extracomment>desktop/ui/queue_texts.py, RECEIVER_TRUSTED</extracomment>
        <translation>Desde ahora se confía en la clave {key}. Lo que espera se envía.</translation>
    </message>
    <message>
        <source>Sending is stopped</source>
        <extracomment>desktop/ui/queue_texts.py, PILL_STOPPED</extracomment>
        <translation>El envío está detenido</translation>
    </message>
    <message>
        <source>Show queue…</source>
        <extracomment>desktop/ui/queue_texts.py, TRAY_QUEUE</extracomment>
        <translation>Mostrar la cola…</translation>
    </message>
    <message>
        <source>Show queue ({waiting} waiting)…</source>
        <extracomment>desktop/ui/queue_texts.py, TRAY_QUEUE_WAITING</extracomment>
        <translation>Mostrar la cola ({waiting} en espera)…</translation>
    </message>
    <message numerus="yes">
        <source>Show queue ({waiting} waiting, %n needs you)…|Show queue ({waiting} waiting, %n need you)…</source>
        <extracomment>desktop/ui/queue_texts.py, TRAY_QUEUE_NEEDS</extracomment>
        <translation>
            <numerusform>Mostrar la cola ({waiting} en espera, %n le necesita)…</numerusform>
            <numerusform>Mostrar la cola ({waiting} en espera, %n le necesitan)…</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending is stopped. {why}</source>
        <extracomment>desktop/ui/queue_texts.py, TRAY_STOPPED</extracomment>
        <translation>El envío está detenido. {why}</translation>
    </message>
    <message numerus="yes">
        <source>%n recording is set aside and not sent.|%n recordings are set aside and not sent.</source>
        <extracomment>desktop/ui/queue_texts.py, TRAY_ASIDE</extracomment>
        <translation>
            <numerusform>%n grabación está apartada y no se envía.</numerusform>
            <numerusform>%n grabaciones están apartadas y no se envían.</numerusform>
        </translation>
    </message>
    <message>
        <source>Space for {time} is left. Recordings that are sent can be deleted here.</source>
        <extracomment>desktop/ui/queue_texts.py, TRAY_SPACE</extracomment>
        <translation>Queda espacio para {time}. Las grabaciones enviadas se pueden borrar aquí.</translation>
    </message>
    <message numerus="yes">
        <source>%n recording was sent|All %n recordings were sent</source>
        <extracomment>desktop/ui/queue_texts.py, NEWS_SENT</extracomment>
        <translation>
            <numerusform>%n grabación enviada</numerusform>
            <numerusform>Las %n grabaciones enviadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything that waited while there was no contact is at the receiver.</source>
        <extracomment>desktop/ui/queue_texts.py, NEWS_SENT_SENTENCE</extracomment>
        <translation>Todo lo que esperaba sin conexión está en el receptor.</translation>
    </message>
    <message>
        <source>Space for {time} is left</source>
        <extracomment>desktop/ui/queue_texts.py, NEWS_SPACE</extracomment>
        <translation>Queda espacio para {time}</translation>
    </message>
    <message>
        <source>Recordings that are sent can be deleted here: Upload queue, More.</source>
        <extracomment>desktop/ui/queue_texts.py, NEWS_SPACE_SENTENCE</extracomment>
        <translation>Las grabaciones enviadas se pueden borrar aquí: Cola de envío, Más.</translation>
    </message>
    <message>
        <source>Pages</source>
        <extracomment>desktop/ui/settings/texts.py, PAGES_NAME</extracomment>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>General</source>
        <extracomment>desktop/ui/settings/texts.py, PAGES</extracomment>
        <translation>General</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <extracomment>desktop/ui/settings/texts.py, PAGES</extracomment>
        <translation>Quiosco</translation>
    </message>
    <message>
        <source>Help</source>
        <extracomment>desktop/ui/settings/texts.py, PAGES</extracomment>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>What you change holds at once, unless a line says otherwise.</source>
        <extracomment>desktop/ui/settings/texts.py, INTRO</extracomment>
        <translation>Lo que cambie vale enseguida, salvo que una línea diga otra cosa.</translation>
    </message>
    <message>
        <source>What you change here holds from the next start on.</source>
        <extracomment>desktop/ui/settings/texts.py, INTRO_NEXT_START</extracomment>
        <translation>Lo que cambie aquí vale desde el próximo inicio.</translation>
    </message>
    <message>
        <source>Clos&amp;e</source>
        <extracomment>desktop/ui/settings/texts.py, CLOSE_MNEMONIC</extracomment>
        <translation>Ce&amp;rrar</translation>
    </message>
    <message>
        <source>Put back to {value}</source>
        <extracomment>desktop/ui/settings/texts.py, PUT_BACK</extracomment>
        <translation>Volver a {value}</translation>
    </message>
    <message>
        <source>Put back to nothing</source>
        <extracomment>desktop/ui/settings/texts.py, PUT_BACK_EMPTY</extracomment>
        <translation>Volver a nada</translation>
    </message>
    <message>
        <source>From the next start on.</source>
        <extracomment>desktop/ui/settings/texts.py, NEXT_START</extracomment>
        <translation>Desde el próximo inicio.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <extracomment>desktop/ui/settings/texts.py, SAVED</extracomment>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>This was not saved. {why}</source>
        <extracomment>desktop/ui/settings/texts.py, NOT_SAVED</extracomment>
        <translation>Esto no se guardó. {why}</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <extracomment>desktop/ui/settings/texts.py, CHOOSE_MNEMONIC</extracomment>
        <translation>E&amp;legir…</translation>
    </message>
    <message>
        <source>Look</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Language</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Programs on this computer may control the window</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Los programas de este equipo pueden controlar la ventana</translation>
    </message>
    <message>
        <source>Lab Streaming Layer</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Lab Streaming Layer</translation>
    </message>
    <message>
        <source>Width of the picture</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Anchura de la imagen</translation>
    </message>
    <message>
        <source>Height of the picture</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Altura de la imagen</translation>
    </message>
    <message>
        <source>Pictures a second</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Imágenes por segundo</translation>
    </message>
    <message>
        <source>Show where a face should be</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Mostrar dónde debe estar una cara</translation>
    </message>
    <message>
        <source>Encoder</source>
        <extracomment>desktop/ui/morning_texts.py, NAMES</extracomment>
        <translation>Codificador</translation>
    </message>
    <message>
        <source>When recordings may leave</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Cuándo pueden salir las grabaciones</translation>
    </message>
    <message>
        <source>Flashes and beeps to measure by</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Destellos y pitidos para medir</translation>
    </message>
    <message>
        <source>Remind of a pause every</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Recordar una pausa cada</translation>
    </message>
    <message>
        <source>Guard against a stop by accident</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Evitar paradas por accidente</translation>
    </message>
    <message>
        <source>Check picture and sound</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Comprobar imagen y sonido</translation>
    </message>
    <message>
        <source>A face is expected in the picture</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Se espera una cara en la imagen</translation>
    </message>
    <message>
        <source>Point out recordings shorter than</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Señalar grabaciones más cortas que</translation>
    </message>
    <message>
        <source>Call staff by sound</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Llamar al personal con sonido</translation>
    </message>
    <message>
        <source>Connections at the same time</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Conexiones a la vez</translation>
    </message>
    <message>
        <source>Further certificates to trust</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Más certificados de confianza</translation>
    </message>
    <message>
        <source>Second folder, when the disk is full</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Segunda carpeta, cuando el disco está lleno</translation>
    </message>
    <message>
        <source>Space is low below</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Queda poco espacio por debajo de</translation>
    </message>
    <message>
        <source>Space is very low below</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Queda muy poco espacio por debajo de</translation>
    </message>
    <message>
        <source>End a recording in good order below</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Terminar la grabación en orden por debajo de</translation>
    </message>
    <message>
        <source>Space in reserve</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Espacio de reserva</translation>
    </message>
    <message>
        <source>Camera of the kiosk</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Cámara del quiosco</translation>
    </message>
    <message>
        <source>Microphone of the kiosk</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Micrófono del quiosco</translation>
    </message>
    <message>
        <source>Remove copies that were sent</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Quitar las copias enviadas</translation>
    </message>
    <message>
        <source>Keep every copy for at least</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>Conservar cada copia al menos</translation>
    </message>
    <message>
        <source>Space is short below</source>
        <extracomment>desktop/ui/settings/texts.py, LABELS</extracomment>
        <translation>El espacio escasea por debajo de</translation>
    </message>
    <message>
        <source>For experiment software that starts, marks and stops recordings.</source>
        <extracomment>desktop/ui/settings/texts.py, HINTS</extracomment>
        <translation>Para programas de experimentos que inician, marcan y detienen grabaciones.</translation>
    </message>
    <message>
        <source>Notes its markers and publishes the times of pictures. Needs pylsl.</source>
        <extracomment>desktop/ui/settings/texts.py, HINTS</extracomment>
        <translation>Anota sus marcas y publica los tiempos de las imágenes. Necesita pylsl.</translation>
    </message>
    <message>
        <source>Hardware is used only after it has passed a trial on this computer.</source>
        <extracomment>desktop/ui/settings/texts.py, HINTS</extracomment>
        <translation>El hardware solo se usa después de superar una prueba en este equipo.</translation>
    </message>
    <message>
        <source>For sensitive studies: nothing leaves before somebody has kept it.</source>
        <extracomment>desktop/ui/settings/texts.py, HINTS</extracomment>
        <translation>Para estudios delicados: nada sale antes de que alguien lo haya conservado.</translation>
    </message>
    <message>
        <source>Not for people whom flashing light may hurt.</source>
        <extracomment>desktop/ui/settings/texts.py, HINTS</extracomment>
        <translation>No para personas a quienes la luz intermitente pueda dañar.</translation>
    </message>
    <message>
        <source>Hold the button for a second, or press F9 twice.</source>
        <extracomment>desktop/ui/settings/texts.py, HINTS</extracomment>
        <translation>Mantenga el botón un segundo, o pulse F9 dos veces.</translation>
    </message>
    <message>
        <source>The result is kept with every recording and said after it.</source>
        <extracomment>desktop/ui/settings/texts.py, HINTS</extracomment>
        <translation>El resultado se guarda con cada grabación y se dice después.</translation>
    </message>
    <message>
        <source>A short sound every ten seconds while camera, microphone or disk fail.</source>
        <extracomment>desktop/ui/settings/texts.py, HINTS</extracomment>
        <translation>Un sonido corto cada diez segundos mientras fallen la cámara, el micrófono o el disco.</translation>
    </message>
    <message>
        <source>Recording always comes first; this says how much is left to it.</source>
        <extracomment>desktop/ui/settings/texts.py, HINTS</extracomment>
        <translation>Grabar va siempre primero; esto dice cuánto se le deja.</translation>
    </message>
    <message>
        <source>When nothing is sent: 08:00-18:00, 22:00-06:00.</source>
        <extracomment>desktop/ui/settings/texts.py, HINTS</extracomment>
        <translation>Cuándo no se envía nada: 08:00-18:00, 22:00-06:00.</translation>
    </message>
    <message>
        <source>Names of connections, separated by commas.</source>
        <extracomment>desktop/ui/settings/texts.py, HINTS</extracomment>
        <translation>Nombres de conexiones, separados por comas.</translation>
    </message>
    <message>
        <source>A file with certificates, for a receiver that has one of its own.</source>
        <extracomment>desktop/ui/settings/texts.py, HINTS</extracomment>
        <translation>Un archivo con certificados, para un receptor que tenga el suyo propio.</translation>
    </message>
    <message>
        <source>On another disk. Recordings go on there when this one is full.</source>
        <extracomment>desktop/ui/settings/texts.py, HINTS</extracomment>
        <translation>En otro disco. Las grabaciones siguen ahí cuando este está lleno.</translation>
    </message>
    <message>
        <source>Given back when the disk is full, so that a recording can be closed.</source>
        <extracomment>desktop/ui/settings/texts.py, HINTS</extracomment>
        <translation>Se devuelve cuando el disco está lleno, para poder cerrar una grabación.</translation>
    </message>
    <message>
        <source>Only what the receiver has just confirmed that it holds; nothing else.</source>
        <extracomment>desktop/ui/settings/texts.py, HINTS</extracomment>
        <translation>Solo lo que el receptor acaba de confirmar que tiene; nada más.</translation>
    </message>
    <message>
        <source>Longer than the time between two backups of the receiver.</source>
        <extracomment>desktop/ui/settings/texts.py, HINTS</extracomment>
        <translation>Más que el tiempo entre dos copias de seguridad del receptor.</translation>
    </message>
    <message>
        <source>As the system</source>
        <extracomment>desktop/ui/settings/texts.py, SCHEMES</extracomment>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>desktop/ui/settings/texts.py, SCHEMES</extracomment>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <extracomment>desktop/ui/settings/texts.py, SCHEMES</extracomment>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <extracomment>desktop/ui/settings/texts.py, SCHEMES</extracomment>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>The best that was tried</source>
        <extracomment>desktop/ui/settings/texts.py, ENCODERS</extracomment>
        <translation>El mejor de los probados</translation>
    </message>
    <message>
        <source>Always x264</source>
        <extracomment>desktop/ui/settings/texts.py, ENCODERS</extracomment>
        <translation>Siempre x264</translation>
    </message>
    <message>
        <source>The camera&apos;s own pictures, untouched</source>
        <extracomment>desktop/ui/settings/texts.py, ENCODERS</extracomment>
        <translation>Las imágenes propias de la cámara, sin tocar</translation>
    </message>
    <message>
        <source>Once somebody has kept them</source>
        <extracomment>desktop/ui/settings/texts.py, UPLOADS</extracomment>
        <translation>Cuando alguien las haya conservado</translation>
    </message>
    <message>
        <source>None</source>
        <extracomment>desktop/ui/settings/texts.py, SYNC_MARKS</extracomment>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>At the beginning</source>
        <extracomment>desktop/ui/settings/texts.py, SYNC_MARKS</extracomment>
        <translation>Al principio</translation>
    </message>
    <message>
        <source>At both ends</source>
        <extracomment>desktop/ui/settings/texts.py, SYNC_MARKS</extracomment>
        <translation>En ambos extremos</translation>
    </message>
    <message>
        <source>Never by itself</source>
        <extracomment>desktop/ui/settings/texts.py, FREEING</extracomment>
        <translation>Nunca por sí solo</translation>
    </message>
    <message>
        <source>After some days</source>
        <extracomment>desktop/ui/settings/texts.py, FREEING</extracomment>
        <translation>Después de unos días</translation>
    </message>
    <message>
        <source>When space is short</source>
        <extracomment>desktop/ui/settings/texts.py, FREEING</extracomment>
        <translation>Cuando falta espacio</translation>
    </message>
    <message>
        <source>Never</source>
        <extracomment>desktop/ui/settings/texts.py, NEVER</extracomment>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>Start with this computer</source>
        <extracomment>desktop/ui/settings/texts.py, AUTOSTART</extracomment>
        <translation>Iniciar con este equipo</translation>
    </message>
    <message>
        <source>Starts in the tray after you have signed in, so that sending goes on.</source>
        <extracomment>desktop/ui/settings/texts.py, AUTOSTART_HINT</extracomment>
        <translation>Se inicia en la bandeja al iniciar sesión, para que el envío continúe.</translation>
    </message>
    <message>
        <source>Recordings and everything else are kept in</source>
        <extracomment>desktop/ui/settings/texts.py, HOME</extracomment>
        <translation>Las grabaciones y todo lo demás se guardan en</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <extracomment>desktop/ui/settings/texts.py, OPEN_FOLDER_MNEMONIC</extracomment>
        <translation>A&amp;brir</translation>
    </message>
    <message>
        <source>Open the folder of recordings</source>
        <extracomment>desktop/ui/settings/texts.py, OPEN_FOLDER</extracomment>
        <translation>Abrir la carpeta de grabaciones</translation>
    </message>
    <message>
        <source>Camera and &amp;microphone…</source>
        <extracomment>desktop/ui/settings/texts.py, DEVICES_MNEMONIC</extracomment>
        <translation>Cámara y &amp;micrófono…</translation>
    </message>
    <message>
        <source>Choose camera and microphone</source>
        <extracomment>desktop/ui/settings/texts.py, DEVICES</extracomment>
        <translation>Elegir cámara y micrófono</translation>
    </message>
    <message>
        <source>&amp;Free space now…</source>
        <extracomment>desktop/ui/settings/texts.py, FREE_MNEMONIC</extracomment>
        <translation>&amp;Liberar espacio ahora…</translation>
    </message>
    <message>
        <source>What the study or the window says</source>
        <extracomment>desktop/ui/settings/texts.py, KIOSK_DEVICE</extracomment>
        <translation>Lo que digan el estudio o la ventana</translation>
    </message>
    <message>
        <source>They are opened when the kiosk is started the next time.</source>
        <extracomment>desktop/ui/settings/texts.py, KIOSK_DEVICES_HINT</extracomment>
        <translation>Se abren la próxima vez que se inicie el quiosco.</translation>
    </message>
    <message>
        <source>The PIN opens the staff&apos;s corner of the kiosk and lets people leave it. It is kept as a hash.</source>
        <extracomment>desktop/ui/settings/texts.py, KIOSK_INTRO</extracomment>
        <translation>El PIN abre la esquina del personal en el quiosco y permite salir de él. Se guarda como hash.</translation>
    </message>
    <message>
        <source>New &amp;PIN</source>
        <extracomment>desktop/ui/settings/texts.py, PIN_MNEMONIC</extracomment>
        <translation>&amp;PIN nuevo</translation>
    </message>
    <message>
        <source>New PIN of the operator</source>
        <extracomment>desktop/ui/settings/texts.py, PIN</extracomment>
        <translation>PIN nuevo del personal</translation>
    </message>
    <message>
        <source>&amp;Again</source>
        <extracomment>desktop/ui/settings/texts.py, PIN_AGAIN_MNEMONIC</extracomment>
        <translation>&amp;Otra vez</translation>
    </message>
    <message>
        <source>4 to 12 digits</source>
        <extracomment>desktop/ui/settings/texts.py, PIN_EMPTY</extracomment>
        <translation>De 4 a 12 cifras</translation>
    </message>
    <message>
        <source>&amp;Set the PIN</source>
        <extracomment>desktop/ui/settings/texts.py, SET_PIN_MNEMONIC</extracomment>
        <translation>&amp;Fijar el PIN</translation>
    </message>
    <message>
        <source>&amp;Remove the PIN</source>
        <extracomment>desktop/ui/settings/texts.py, REMOVE_PIN_MNEMONIC</extracomment>
        <translation>&amp;Quitar el PIN</translation>
    </message>
    <message>
        <source>A PIN is set.</source>
        <extracomment>desktop/ui/settings/texts.py, PIN_IS_SET</extracomment>
        <translation>Hay un PIN fijado.</translation>
    </message>
    <message>
        <source>No PIN is set: anybody can leave the kiosk.</source>
        <extracomment>desktop/ui/settings/texts.py, PIN_IS_NOT_SET</extracomment>
        <translation>No hay ningún PIN: cualquiera puede salir del quiosco.</translation>
    </message>
    <message>
        <source>The two are not the same. Nothing was changed; type both again.</source>
        <extracomment>desktop/ui/settings/texts.py, PIN_DIFFERS</extracomment>
        <translation>Los dos no son iguales. No se cambió nada; escriba ambos de nuevo.</translation>
    </message>
    <message>
        <source>A PIN has 4 to 12 digits and nothing else. Nothing was changed.</source>
        <extracomment>desktop/ui/settings/texts.py, PIN_UNFIT</extracomment>
        <translation>Un PIN tiene de 4 a 12 cifras y nada más. No se cambió nada.</translation>
    </message>
    <message>
        <source>When something is not as it should be: see what Holdfast noted, or save all that helps to find out. Recordings are never part of it.</source>
        <extracomment>desktop/ui/settings/texts.py, HELP_INTRO</extracomment>
        <translation>Cuando algo no es como debería: vea qué anotó Holdfast o guarde todo lo que ayude a averiguarlo. Las grabaciones nunca forman parte de ello.</translation>
    </message>
    <message>
        <source>Show the &amp;log…</source>
        <extracomment>desktop/ui/settings/texts.py, LOG_MNEMONIC</extracomment>
        <translation>Mostrar el re&amp;gistro…</translation>
    </message>
    <message>
        <source>Save a &amp;diagnostics bundle…</source>
        <extracomment>desktop/ui/settings/texts.py, BUNDLE_MNEMONIC</extracomment>
        <translation>Guardar un paquete de &amp;diagnóstico…</translation>
    </message>
    <message>
        <source>A&amp;bout Holdfast…</source>
        <extracomment>desktop/ui/settings/texts.py, ABOUT_MNEMONIC</extracomment>
        <translation>A&amp;cerca de Holdfast…</translation>
    </message>
    <message>
        <source>Stop and keep the recording: hold for a second, or press F9 twice</source>
        <extracomment>desktop/ui/texts.py, STOP_GUARDED_HINT</extracomment>
        <translation>Detener y guardar la grabación: mantenga un segundo, o pulse F9 dos veces</translation>
    </message>
    <message>
        <source>Hold to &amp;stop</source>
        <extracomment>desktop/ui/texts.py, STOP_HOLD</extracomment>
        <translation>Mantener para &amp;detener</translation>
    </message>
    <message>
        <source>Again to &amp;stop</source>
        <extracomment>desktop/ui/texts.py, STOP_AGAIN</extracomment>
        <translation>Otra vez para &amp;detener</translation>
    </message>
    <message>
        <source>Upload queue…</source>
        <extracomment>desktop/ui/texts.py, OPEN_QUEUE</extracomment>
        <translation>Cola de envío…</translation>
    </message>
    <message>
        <source>Delete it here and at the receiver; that can be undone for ten minutes</source>
        <extracomment>desktop/ui/texts.py, DISCARD_HINT</extracomment>
        <translation>Borrarla aquí y en el receptor; se puede deshacer durante diez minutos</translation>
    </message>
    <message numerus="yes">
        <source>{decision} %n more recording waits.|{decision} %n more recordings wait.</source>
        <extracomment>desktop/ui/texts.py, TO_DECIDE_AND_MORE</extracomment>
        <translation>
            <numerusform>{decision} %n grabación más espera.</numerusform>
            <numerusform>{decision} %n grabaciones más esperan.</numerusform>
        </translation>
    </message>
    <message>
        <source>Holdfast is open already, but its window does not answer. {safe} Close it, or end its process, and try again.</source>
        <extracomment>desktop/ui/texts.py, RUNNING_BUT_SILENT</extracomment>
        <translation>Holdfast ya está abierto, pero su ventana no responde. {safe} Ciérrela o termine su proceso e inténtelo de nuevo.</translation>
    </message>
    <message numerus="yes">
        <source>%n recording|%n recordings</source>
        <extracomment>desktop/ui/texts.py, N_RECORDINGS</extracomment>
        <translation>
            <numerusform>%n grabación</numerusform>
            <numerusform>%n grabaciones</numerusform>
        </translation>
    </message>
    <message>
        <source>Take {take}</source>
        <extracomment>desktop/ui/queue_texts.py, TAKE_ALONE</extracomment>
        <translation>Toma {take}</translation>
    </message>
    <message>
        <source>{fps} fps · {lost} lost</source>
        <extracomment>desktop/ui/texts.py, NUMBERS_LINE</extracomment>
        <translation>{fps} fps · {lost} perdidas</translation>
    </message>
    <message>
        <source>Set up Holdfast</source>
        <extracomment>desktop/ui/wizard/texts.py, TITLE</extracomment>
        <translation>Configurar Holdfast</translation>
    </message>
    <message>
        <source>Steps</source>
        <extracomment>desktop/ui/wizard/texts.py, STEPS_NAME</extracomment>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Storage</source>
        <extracomment>desktop/ui/settings/texts.py, PAGES</extracomment>
        <translation>Almacenamiento</translation>
    </message>
    <message>
        <source>Receiver</source>
        <extracomment>desktop/ui/morning_texts.py, NAMES</extracomment>
        <translation>Receptor</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <extracomment>desktop/ui/wizard/texts.py, STEPS</extracomment>
        <translation>Ensayo</translation>
    </message>
    <message>
        <source>Step {number} of {count}: {name}</source>
        <extracomment>desktop/ui/wizard/texts.py, STEP_SPOKEN</extracomment>
        <translation>Paso {number} de {count}: {name}</translation>
    </message>
    <message>
        <source>Step {number} of {count}, done: {name}</source>
        <extracomment>desktop/ui/wizard/texts.py, DONE_SPOKEN</extracomment>
        <translation>Paso {number} de {count}, hecho: {name}</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <extracomment>desktop/ui/wizard/texts.py, BACK_MNEMONIC</extracomment>
        <translation>&amp;Atrás</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <extracomment>desktop/ui/wizard/texts.py, NEXT_MNEMONIC</extracomment>
        <translation>&amp;Siguiente</translation>
    </message>
    <message>
        <source>Leave the set-up?</source>
        <extracomment>desktop/ui/wizard/texts.py, CLOSE_TITLE</extracomment>
        <translation>¿Salir de la configuración?</translation>
    </message>
    <message>
        <source>Nothing is lost. Holdfast asks again at the next start.</source>
        <extracomment>desktop/ui/wizard/texts.py, CLOSE_SENTENCE</extracomment>
        <translation>No se pierde nada. Holdfast vuelve a preguntar en el próximo inicio.</translation>
    </message>
    <message>
        <source>Stay</source>
        <extracomment>desktop/ui/wizard/texts.py, CLOSE_STAY</extracomment>
        <translation>Quedarse</translation>
    </message>
    <message>
        <source>Leave</source>
        <extracomment>desktop/ui/wizard/texts.py, CLOSE_LEAVE</extracomment>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Where recordings are kept</source>
        <extracomment>desktop/ui/wizard/texts.py, STORAGE_TITLE</extracomment>
        <translation>Dónde se guardan las grabaciones</translation>
    </message>
    <message>
        <source>Every recording is written to this folder first and stays there until it has been sent and checked. A disk of this computer is best; a network drive is not.</source>
        <extracomment>desktop/ui/wizard/texts.py, STORAGE_INTRO</extracomment>
        <translation>Cada grabación se escribe primero en esta carpeta y se queda ahí hasta que se envíe y se verifique. Lo mejor es un disco de este equipo; no una unidad de red.</translation>
    </message>
    <message>
        <source>Folder for recordings</source>
        <extracomment>desktop/ui/wizard/texts.py, FOLDER</extracomment>
        <translation>Carpeta para las grabaciones</translation>
    </message>
    <message>
        <source>&amp;Choose another folder…</source>
        <extracomment>desktop/ui/wizard/texts.py, CHOOSE_FOLDER_MNEMONIC</extracomment>
        <translation>&amp;Elegir otra carpeta…</translation>
    </message>
    <message>
        <source>Choose the folder for recordings</source>
        <extracomment>desktop/ui/wizard/texts.py, CHOOSE_FOLDER</extracomment>
        <translation>Elegir la carpeta para las grabaciones</translation>
    </message>
    <message>
        <source>Room for recordings</source>
        <extracomment>desktop/ui/wizard/texts.py, ROOM</extracomment>
        <translation>Espacio para grabaciones</translation>
    </message>
    <message>
        <source>{free} of {total} free, at the usual quality</source>
        <extracomment>desktop/ui/wizard/texts.py, ROOM_LINE</extracomment>
        <translation>{free} de {total} libres, con la calidad habitual</translation>
    </message>
    <message>
        <source>The system does not say how much space this disk has.</source>
        <extracomment>desktop/ui/wizard/texts.py, ROOM_UNKNOWN_LINE</extracomment>
        <translation>El sistema no dice cuánto espacio tiene este disco.</translation>
    </message>
    <message>
        <source>Recordings cannot be kept here ({reason}). Choose another folder, or make this one writable.</source>
        <extracomment>desktop/ui/wizard/texts.py, PLACE_UNFIT</extracomment>
        <translation>Aquí no se pueden guardar grabaciones ({reason}). Elija otra carpeta o permita escribir en esta.</translation>
    </message>
    <message>
        <source>There is little room. Free some space, or choose a folder on another disk, before long recordings.</source>
        <extracomment>desktop/ui/wizard/texts.py, PLACE_TIGHT</extracomment>
        <translation>Hay poco espacio. Antes de grabaciones largas, libere espacio o elija una carpeta en otro disco.</translation>
    </message>
    <message>
        <source>This folder was named when Holdfast was started, so it is not chosen here.</source>
        <extracomment>desktop/ui/wizard/texts.py, PLACE_FIXED</extracomment>
        <translation>Esta carpeta se indicó al iniciar Holdfast, así que no se elige aquí.</translation>
    </message>
    <message>
        <source>This folder can be used.</source>
        <extracomment>desktop/ui/wizard/texts.py, PLACE_GOOD</extracomment>
        <translation>Esta carpeta se puede usar.</translation>
    </message>
    <message>
        <source>Look into the camera and say something. The picture is mirrored here, as in a mirror; what is recorded is not.</source>
        <extracomment>desktop/ui/wizard/texts.py, DEVICES_INTRO</extracomment>
        <translation>Mire a la cámara y diga algo. Aquí la imagen está reflejada, como en un espejo; lo que se graba no.</translation>
    </message>
    <message>
        <source>C&amp;amera</source>
        <extracomment>desktop/ui/wizard/texts.py, CAMERA_MNEMONIC</extracomment>
        <translation>C&amp;ámara</translation>
    </message>
    <message>
        <source>&amp;Microphone</source>
        <extracomment>desktop/ui/wizard/texts.py, MICROPHONE_MNEMONIC</extracomment>
        <translation>&amp;Micrófono</translation>
    </message>
    <message>
        <source>Level</source>
        <extracomment>desktop/ui/help/texts.py, LOG_COLUMNS</extracomment>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <extracomment>desktop/ui/sending_texts.py, PAUSE_TOMORROW</extracomment>
        <translation>Hasta mañana</translation>
    </message>
    <message>
        <source>Diagnostics bundle…</source>
        <extracomment>desktop/ui/sending_texts.py, BUNDLE_MENU</extracomment>
        <translation>Paquete de diagnóstico…</translation>
    </message>
    <message>
        <source>Log…</source>
        <extracomment>desktop/ui/sending_texts.py, LOG_MENU</extracomment>
        <translation>Registro…</translation>
    </message>
    <message>
        <source>{name}, {width} × {height} at {fps}&#xa0;fps</source>
        <extracomment>desktop/ui/texts.py, CAMERA_LINE</extracomment>
        <translation>{name}, {width} × {height} a {fps}&#xa0;fps</translation>
    </message>
    <message>
        <source>No camera was found</source>
        <extracomment>desktop/ui/wizard/texts.py, NO_CAMERA</extracomment>
        <translation>No se encontró ninguna cámara</translation>
    </message>
    <message>
        <source>No microphone was found</source>
        <extracomment>desktop/ui/wizard/texts.py, NO_MICROPHONE</extracomment>
        <translation>No se encontró ningún micrófono</translation>
    </message>
    <message>
        <source>Plug a camera in, then press Look again. To try Holdfast without one, choose the built-in scene.</source>
        <extracomment>desktop/ui/wizard/texts.py, NO_CAMERA_NEXT</extracomment>
        <translation>Conecte una cámara y pulse Buscar de nuevo. Para probar Holdfast sin cámara, elija la escena integrada.</translation>
    </message>
    <message>
        <source>Without sound</source>
        <extracomment>desktop/ui/wizard/texts.py, WITHOUT_SOUND</extracomment>
        <translation>Sin sonido</translation>
    </message>
    <message>
        <source>The system&apos;s microphone</source>
        <extracomment>desktop/ui/wizard/texts.py, DEFAULT_MICROPHONE</extracomment>
        <translation>El micrófono del sistema</translation>
    </message>
    <message>
        <source>Built-in moving scene, with a tone</source>
        <extracomment>desktop/ui/wizard/texts.py, SCENE</extracomment>
        <translation>Escena en movimiento integrada, con un tono</translation>
    </message>
    <message>
        <source>Really delivered: {width} × {height} at {fps} pictures a second</source>
        <extracomment>desktop/ui/wizard/texts.py, REALLY</extracomment>
        <translation>Entregado de verdad: {width} × {height} a {fps} imágenes por segundo</translation>
    </message>
    <message>
        <source>Where recordings go</source>
        <extracomment>desktop/ui/wizard/texts.py, RECEIVER_TITLE</extracomment>
        <translation>Adónde van las grabaciones</translation>
    </message>
    <message>
        <source>Recordings are sent by themselves, whenever there is a network. You can record before this is set up; nothing is lost.</source>
        <extracomment>desktop/ui/wizard/texts.py, RECEIVER_INTRO</extracomment>
        <translation>Las grabaciones se envían solas en cuanto hay red. Puede grabar antes de configurar esto; no se pierde nada.</translation>
    </message>
    <message>
        <source>To my study&apos;s &amp;receiver</source>
        <extracomment>desktop/ui/wizard/texts.py, ELSEWHERE_MNEMONIC</extracomment>
        <translation>Al rece&amp;ptor de mi estudio</translation>
    </message>
    <message>
        <source>Your study team gives you an address and an enrolment code, or a QR code.</source>
        <extracomment>desktop/ui/wizard/texts.py, ELSEWHERE_HINT</extracomment>
        <translation>Su equipo de estudio le da una dirección y un código de inscripción, o un código QR.</translation>
    </message>
    <message>
        <source>&amp;Keep them on this computer</source>
        <extracomment>desktop/ui/wizard/texts.py, HERE_MNEMONIC</extracomment>
        <translation>&amp;Guardarlas en este equipo</translation>
    </message>
    <message>
        <source>Holdfast runs a receiver here while it is open: recordings are checked and can be watched in a browser. They are on this computer only, so make backups.</source>
        <extracomment>desktop/ui/wizard/texts.py, HERE_HINT</extracomment>
        <translation>Holdfast ejecuta aquí un receptor mientras está abierto: las grabaciones se verifican y se pueden ver en un navegador. Solo están en este equipo, así que haga copias de seguridad.</translation>
    </message>
    <message>
        <source>Set this up &amp;later</source>
        <extracomment>desktop/ui/wizard/texts.py, LATER_MNEMONIC</extracomment>
        <translation>Configurar esto más &amp;tarde</translation>
    </message>
    <message>
        <source>Recordings wait on this computer. You find this page in the settings.</source>
        <extracomment>desktop/ui/wizard/texts.py, LATER_HINT</extracomment>
        <translation>Las grabaciones esperan en este equipo. Encontrará esta página en los ajustes.</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <extracomment>desktop/ui/wizard/texts.py, ADDRESS_MNEMONIC</extracomment>
        <translation>&amp;Dirección</translation>
    </message>
    <message>
        <source>Address of the receiver</source>
        <extracomment>desktop/ui/wizard/texts.py, ADDRESS</extracomment>
        <translation>Dirección del receptor</translation>
    </message>
    <message>
        <source>https://receiver.example.org</source>
        <extracomment>desktop/ui/wizard/texts.py, ADDRESS_EMPTY</extracomment>
        <translation>https://receiver.example.org</translation>
    </message>
    <message>
        <source>Enrolment co&amp;de</source>
        <extracomment>desktop/ui/wizard/texts.py, CODE_MNEMONIC</extracomment>
        <translation>Código de &amp;inscripción</translation>
    </message>
    <message>
        <source>Enrolment code</source>
        <extracomment>desktop/ui/wizard/texts.py, CODE</extracomment>
        <translation>Código de inscripción</translation>
    </message>
    <message>
        <source>As your study team wrote it</source>
        <extracomment>desktop/ui/wizard/texts.py, CODE_EMPTY</extracomment>
        <translation>Tal como lo escribió su equipo de estudio</translation>
    </message>
    <message>
        <source>Na&amp;me of this computer</source>
        <extracomment>desktop/ui/wizard/texts.py, NAME_MNEMONIC</extracomment>
        <translation>N&amp;ombre de este equipo</translation>
    </message>
    <message>
        <source>Name of this computer</source>
        <extracomment>desktop/ui/wizard/texts.py, NAME</extracomment>
        <translation>Nombre de este equipo</translation>
    </message>
    <message>
        <source>Scan a &amp;QR code…</source>
        <extracomment>desktop/ui/wizard/texts.py, SCAN_MNEMONIC</extracomment>
        <translation>Escanear un código &amp;QR…</translation>
    </message>
    <message>
        <source>Scan a QR code with the camera</source>
        <extracomment>desktop/ui/wizard/texts.py, SCAN</extracomment>
        <translation>Escanear un código QR con la cámara</translation>
    </message>
    <message>
        <source>From a &amp;file…</source>
        <extracomment>desktop/ui/wizard/texts.py, FROM_FILE_MNEMONIC</extracomment>
        <translation>Desde un arc&amp;hivo…</translation>
    </message>
    <message>
        <source>Read the invitation from a file or a picture</source>
        <extracomment>desktop/ui/wizard/texts.py, FROM_FILE</extracomment>
        <translation>Leer la invitación de un archivo o una imagen</translation>
    </message>
    <message>
        <source>Invitations and pictures (*.json *.png *.jpg *.jpeg *.svg *.webp);;All files (*)</source>
        <extracomment>desktop/ui/wizard/texts.py, FILES</extracomment>
        <translation>Invitaciones e imágenes (*.json *.png *.jpg *.jpeg *.svg *.webp);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <extracomment>desktop/ui/wizard/texts.py, CONNECT_MNEMONIC</extracomment>
        <translation>&amp;Conectar</translation>
    </message>
    <message>
        <source>Connect to the receiver</source>
        <extracomment>desktop/ui/wizard/texts.py, CONNECT</extracomment>
        <translation>Conectar con el receptor</translation>
    </message>
    <message>
        <source>&amp;Start it</source>
        <extracomment>desktop/ui/wizard/texts.py, START_HERE_MNEMONIC</extracomment>
        <translation>&amp;Iniciarlo</translation>
    </message>
    <message>
        <source>Start the receiver on this computer</source>
        <extracomment>desktop/ui/wizard/texts.py, START_HERE</extracomment>
        <translation>Iniciar el receptor en este equipo</translation>
    </message>
    <message>
        <source>&amp;Open its page</source>
        <extracomment>desktop/ui/wizard/texts.py, OPEN_PAGE_MNEMONIC</extracomment>
        <translation>A&amp;brir su página</translation>
    </message>
    <message>
        <source>Open the receiver&apos;s page in a browser</source>
        <extracomment>desktop/ui/wizard/texts.py, OPEN_PAGE</extracomment>
        <translation>Abrir la página del receptor en un navegador</translation>
    </message>
    <message>
        <source>Asking the receiver…</source>
        <extracomment>desktop/ui/wizard/texts.py, CONNECTING</extracomment>
        <translation>Preguntando al receptor…</translation>
    </message>
    <message>
        <source>Starting the receiver on this computer. This takes a few seconds…</source>
        <extracomment>desktop/ui/wizard/texts.py, STARTING_HERE</extracomment>
        <translation>Iniciando el receptor en este equipo. Tarda unos segundos…</translation>
    </message>
    <message>
        <source>Connected</source>
        <extracomment>desktop/ui/wizard/texts.py, CONNECTED</extracomment>
        <translation>Conectado</translation>
    </message>
    <message>
        <source>This computer sends its recordings to {url}.</source>
        <extracomment>desktop/ui/wizard/texts.py, CONNECTED_TO</extracomment>
        <translation>Este equipo envía sus grabaciones a {url}.</translation>
    </message>
    <message>
        <source>The receiver on this computer runs at {url}. Only this computer reaches it.</source>
        <extracomment>desktop/ui/wizard/texts.py, CONNECTED_HERE</extracomment>
        <translation>El receptor de este equipo funciona en {url}. Solo este equipo llega a él.</translation>
    </message>
    <message>
        <source>Not connected</source>
        <extracomment>desktop/ui/wizard/texts.py, NOT_CONNECTED</extracomment>
        <translation>Sin conectar</translation>
    </message>
    <message numerus="yes">
        <source>%n recording stays at the former receiver.|%n recordings stay at the former receiver.</source>
        <extracomment>desktop/ui/wizard/texts.py, AT_FORMER</extracomment>
        <translation>
            <numerusform>%n grabación se queda en el receptor anterior.</numerusform>
            <numerusform>%n grabaciones se quedan en el receptor anterior.</numerusform>
        </translation>
    </message>
    <message>
        <source>Scan a QR code</source>
        <extracomment>desktop/ui/wizard/texts.py, SCAN_TITLE</extracomment>
        <translation>Escanear un código QR</translation>
    </message>
    <message>
        <source>Hold the invitation in front of the camera, flat and large. It is read by itself.</source>
        <extracomment>desktop/ui/wizard/texts.py, SCAN_INTRO</extracomment>
        <translation>Ponga la invitación ante la cámara, plana y grande. Se lee sola.</translation>
    </message>
    <message>
        <source>That is a QR code, but no invitation. Show the one from your study team.</source>
        <extracomment>desktop/ui/wizard/texts.py, SCAN_NOT_OURS</extracomment>
        <translation>Es un código QR, pero no una invitación. Muestre la de su equipo de estudio.</translation>
    </message>
    <message>
        <source>There is no picture. Go back one page and choose a camera first.</source>
        <extracomment>desktop/ui/wizard/texts.py, SCAN_NO_CAMERA</extracomment>
        <translation>No hay imagen. Vuelva una página atrás y elija primero una cámara.</translation>
    </message>
    <message>
        <source>No invitation was found in {file}. Nothing was changed; a sharp, straight picture of the whole QR code helps.</source>
        <extracomment>desktop/ui/wizard/texts.py, NO_QR_IN_FILE</extracomment>
        <translation>No se encontró ninguna invitación en {file}. No se cambió nada; ayuda una imagen nítida y recta de todo el código QR.</translation>
    </message>
    <message>
        <source>A rehearsal of ten seconds</source>
        <extracomment>desktop/ui/wizard/texts.py, REHEARSAL_TITLE</extracomment>
        <translation>Un ensayo de diez segundos</translation>
    </message>
    <message>
        <source>&amp;Start the rehearsal</source>
        <extracomment>desktop/ui/wizard/texts.py, START_MNEMONIC</extracomment>
        <translation>&amp;Empezar el ensayo</translation>
    </message>
    <message>
        <source>Rehearse a&amp;gain</source>
        <extracomment>desktop/ui/morning_texts.py, AGAIN_MNEMONIC</extracomment>
        <translation>Ensayar &amp;otra vez</translation>
    </message>
    <message>
        <source>Start the rehearsal</source>
        <extracomment>desktop/ui/wizard/texts.py, START</extracomment>
        <translation>Empezar el ensayo</translation>
    </message>
    <message>
        <source>The receiver signed for all of it, and the receipt is kept here.</source>
        <extracomment>desktop/ui/wizard/texts.py, LIGHT_MEANINGS</extracomment>
        <translation>El receptor firmó por todo y el recibo se guarda aquí.</translation>
    </message>
    <message>
        <source>On</source>
        <extracomment>desktop/ui/wizard/texts.py, LIGHT_ON</extracomment>
        <translation>Encendida</translation>
    </message>
    <message>
        <source>Working</source>
        <extracomment>desktop/ui/wizard/texts.py, LIGHT_WORKS</extracomment>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Ready when you are.</source>
        <extracomment>desktop/ui/wizard/texts.py, REHEARSAL_READY</extracomment>
        <translation>Listo cuando usted quiera.</translation>
    </message>
    <message>
        <source>The camera is being opened…</source>
        <extracomment>desktop/ui/wizard/texts.py, REHEARSAL_OPENING</extracomment>
        <translation>Abriendo la cámara…</translation>
    </message>
    <message>
        <source>Recording. Look into the camera and say a few words. {left} s left.</source>
        <extracomment>desktop/ui/wizard/texts.py, REHEARSAL_RUNNING</extracomment>
        <translation>Grabando. Mire a la cámara y diga unas palabras. Quedan {left} s.</translation>
    </message>
    <message>
        <source>On its way. {why}</source>
        <extracomment>desktop/ui/wizard/texts.py, REHEARSAL_SENDING</extracomment>
        <translation>En camino. {why}</translation>
    </message>
    <message>
        <source>All four lights are on. This computer is ready.</source>
        <extracomment>desktop/ui/wizard/texts.py, REHEARSAL_ALL</extracomment>
        <translation>Las cuatro luces están encendidas. Este equipo está listo.</translation>
    </message>
    <message>
        <source>The recording is saved and whole. The other three lights come on once there is a receiver.</source>
        <extracomment>desktop/ui/wizard/texts.py, REHEARSAL_SAVED_ONLY</extracomment>
        <translation>La grabación está guardada y completa. Las otras tres luces se encienden cuando haya un receptor.</translation>
    </message>
    <message>
        <source>The rehearsal did not work. {why}</source>
        <extracomment>desktop/ui/wizard/texts.py, REHEARSAL_FAILED</extracomment>
        <translation>El ensayo no funcionó. {why}</translation>
    </message>
    <message>
        <source>{frames} pictures in {seconds} s, {lost} lost</source>
        <extracomment>desktop/ui/wizard/texts.py, NUMBERS</extracomment>
        <translation>{frames} imágenes en {seconds} s, {lost} perdidas</translation>
    </message>
    <message>
        <source>Mark {number}</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation>Marca {number}</translation>
    </message>
    <message>
        <source>Live picture of {camera}</source>
        <extracomment>desktop/ui/texts.py, PREVIEW_OF</extracomment>
        <translation>Imagen en vivo de {camera}</translation>
    </message>
    <message>
        <source>{camera} is not recording.</source>
        <extracomment>desktop/ui/texts.py, BESIDE_PROBLEM_TITLE</extracomment>
        <translation>{camera} no está grabando.</translation>
    </message>
    <message>
        <source>Built-in test scene</source>
        <extracomment>desktop/ui/texts.py, TEST_SCENE</extracomment>
        <translation>Escena de prueba integrada</translation>
    </message>
    <message>
        <source>Built-in test scene, live</source>
        <extracomment>desktop/ui/texts.py, LIVE_TEST_SCENE</extracomment>
        <translation>Escena de prueba integrada, en vivo</translation>
    </message>
    <message>
        <source>Camera {number}</source>
        <extracomment>desktop/ui/texts.py, CAMERA_NUMBER</extracomment>
        <translation>Cámara {number}</translation>
    </message>
    <message>
        <source>None: picture only</source>
        <extracomment>desktop/ui/device_texts.py, NO_SOUND_WANTED</extracomment>
        <translation>Ninguno: solo imagen</translation>
    </message>
    <message>
        <source>Not open yet</source>
        <extracomment>desktop/ui/texts.py, MICROPHONE_NOT_OPEN</extracomment>
        <translation>Aún sin abrir</translation>
    </message>
    <message>
        <source>No microphone</source>
        <extracomment>desktop/ui/texts.py, METER_NO_MICROPHONE</extracomment>
        <translation>Sin micrófono</translation>
    </message>
    <message>
        <source>Free of {total}. Hours appear once the camera is open.</source>
        <extracomment>desktop/ui/texts.py, FREE_OF</extracomment>
        <translation>Libres de {total}. Las horas aparecen cuando la cámara esté abierta.</translation>
    </message>
    <message>
        <source>{free} free, at this recording&apos;s {rate}/s</source>
        <extracomment>desktop/ui/texts.py, FREE_AT_RATE</extracomment>
        <translation>{free} libres, a {rate}/s de esta grabación</translation>
    </message>
    <message>
        <source>{free} free, at the last recordings&apos; {rate}/s</source>
        <extracomment>desktop/ui/texts.py, FREE_AT_RATE</extracomment>
        <translation>{free} libres, a {rate}/s de las últimas grabaciones</translation>
    </message>
    <message>
        <source>{free} free, at an assumed {rate}/s</source>
        <extracomment>desktop/ui/texts.py, FREE_AT_RATE</extracomment>
        <translation>{free} libres, a unos {rate}/s supuestos</translation>
    </message>
    <message>
        <source>Overflow folder: {free} free</source>
        <extracomment>desktop/ui/texts.py, OVERFLOW_FREE</extracomment>
        <translation>Carpeta de reserva: {free} libres</translation>
    </message>
    <message>
        <source>Decided by the environment: {variable}.</source>
        <extracomment>desktop/ui/sending_texts.py, FIXED_BY</extracomment>
        <translation>Decidido por el entorno: {variable}.</translation>
    </message>
    <message>
        <source>On the disk with the overflow folder</source>
        <extracomment>desktop/ui/texts.py, SPACE_OF_OVERFLOW</extracomment>
        <translation>En el disco con la carpeta de reserva</translation>
    </message>
    <message>
        <source>Another camera came back: “{new}” instead of “{old}”. What was recorded is safe, and recording goes on with it. Is that right?</source>
        <extracomment>desktop/expected.py</extracomment>
        <translation>Volvió otra cámara: «{new}» en vez de «{old}». Lo grabado está a salvo y la grabación continúa con ella. ¿Es correcto?</translation>
    </message>
    <message>
        <source>Camera “{camera_name}” came back with another picture: {new} instead of {old}. What was recorded is safe, and recording goes on with it. Is that right?</source>
        <extracomment>desktop/expected.py</extracomment>
        <translation>La cámara «{camera_name}» volvió con otra imagen: {new} en vez de {old}. Lo grabado está a salvo y la grabación continúa con ella. ¿Es correcto?</translation>
    </message>
    <message>
        <source>Another camera than last time: “{new}” instead of “{old}”. Recording works with it. Is that right?</source>
        <extracomment>desktop/expected.py</extracomment>
        <translation>Otra cámara que la última vez: «{new}» en vez de «{old}». La grabación funciona con ella. ¿Es correcto?</translation>
    </message>
    <message>
        <source>Another microphone than last time: “{now}” instead of “{was}”. Recording works with it. Is that right?</source>
        <extracomment>desktop/expected.py</extracomment>
        <translation>Otro micrófono que la última vez: «{now}» en vez de «{was}». La grabación funciona con él. ¿Es correcto?</translation>
    </message>
    <message>
        <source>Another microphone came back: “{now}” instead of “{was}”. What was recorded is safe, and recording goes on with it. Is that right?</source>
        <extracomment>desktop/expected.py</extracomment>
        <translation>Volvió otro micrófono: «{now}» en vez de «{was}». Lo grabado está a salvo y la grabación continúa con él. ¿Es correcto?</translation>
    </message>
    <message>
        <source>There is no source {source}; nothing was recorded. Name a camera (0 or /dev/video0), a video file that exists, an http:// or https:// address, or test for the built-in scene (test:live makes it behave like a camera).</source>
        <extracomment>desktop/recording/choice.py</extracomment>
        <translation>No existe la fuente {source}; no se grabó nada. Indique una cámara (0 o /dev/video0), un archivo de vídeo existente, una dirección http:// o https://, o test para la escena integrada (test:live hace que se comporte como una cámara).</translation>
    </message>
    <message>
        <source>The recording was ended in good order, and all of it is safe. Free some space before recording again.</source>
        <extracomment>desktop/recording/disk.py</extracomment>
        <translation>La grabación terminó en orden y toda ella está a salvo. Libere espacio antes de volver a grabar.</translation>
    </message>
    <message>
        <source>There is no microphone “{wanted}”; nothing is recorded. There is: {there}.</source>
        <extracomment>desktop/recording/microphone.py</extracomment>
        <translation>No hay ningún micrófono «{wanted}»; no se graba nada. Hay: {there}.</translation>
    </message>
    <message>
        <source>Not measured.</source>
        <extracomment>desktop/rehearsal.py</extracomment>
        <translation>Sin medir.</translation>
    </message>
    <message>
        <source>The overflow folder {path} cannot be written ({error}). Recordings go to the first disk only, and nothing is lost. Make it writable, or name another in disk.overflow_folder.</source>
        <extracomment>holdfast/overflow.py</extracomment>
        <translation>No se puede escribir en la carpeta de reserva {path} ({error}). Las grabaciones van solo al primer disco y no se pierde nada. Permita la escritura o indique otra en disk.overflow_folder.</translation>
    </message>
    <message>
        <source>The folder {path} is the overflow folder of another Holdfast. Recordings go to the first disk only, and nothing is lost. Name another folder in disk.overflow_folder.</source>
        <extracomment>holdfast/overflow.py</extracomment>
        <translation>La carpeta {path} es la carpeta de reserva de otro Holdfast. Las grabaciones van solo al primer disco y no se pierde nada. Indique otra carpeta en disk.overflow_folder.</translation>
    </message>
    <message>
        <source>The overflow folder {path} is on the first disk, or the disk that belongs there is not connected. Recordings go to the first disk only, and nothing is lost. Connect it, or name a folder on another disk in disk.overflow_folder.</source>
        <extracomment>holdfast/overflow.py</extracomment>
        <translation>La carpeta de reserva {path} está en el primer disco, o el disco que va ahí no está conectado. Las grabaciones van solo al primer disco y no se pierde nada. Conéctelo o indique en disk.overflow_folder una carpeta de otro disco.</translation>
    </message>
    <message>
        <source>The disk with the overflow folder {path} is not connected. Recordings go to the first disk only, and nothing is lost. Connect it to have its room, too.</source>
        <extracomment>holdfast/overflow.py</extracomment>
        <translation>El disco con la carpeta de reserva {path} no está conectado. Las grabaciones van solo al primer disco y no se pierde nada. Conéctelo para disponer también de su espacio.</translation>
    </message>
    <message>
        <source>The folder {path} is the overflow folder of another Holdfast, or another disk of this one. Recordings go to the first disk only, and nothing is lost. Connect the right disk, or name another folder in disk.overflow_folder.</source>
        <extracomment>holdfast/overflow.py</extracomment>
        <translation>La carpeta {path} es la carpeta de reserva de otro Holdfast, u otro disco de este. Las grabaciones van solo al primer disco y no se pierde nada. Conecte el disco correcto o indique otra carpeta en disk.overflow_folder.</translation>
    </message>
    <message>
        <source>The folder {path} does not carry this Holdfast&apos;s mark: the disk that belongs there is not connected. Recordings go to the first disk only, and nothing is lost. Connect it, or name another folder in disk.overflow_folder.</source>
        <extracomment>holdfast/overflow.py</extracomment>
        <translation>La carpeta {path} no lleva la marca de este Holdfast: el disco que va ahí no está conectado. Las grabaciones van solo al primer disco y no se pierde nada. Conéctelo o indique otra carpeta en disk.overflow_folder.</translation>
    </message>
    <message>
        <source>Nothing was deleted.</source>
        <extracomment>uploader/confirm.py</extracomment>
        <translation>No se borró nada.</translation>
    </message>
    <message>
        <source>Nothing was changed; check {url}.</source>
        <extracomment>uploader/enrol.py</extracomment>
        <translation>No se cambió nada; revise {url}.</translation>
    </message>
    <message>
        <source>The receiver did not enrol this computer, and nothing was changed here.</source>
        <extracomment>uploader/enrol.py</extracomment>
        <translation>El receptor no inscribió este equipo, y aquí no se cambió nada.</translation>
    </message>
    <message>
        <source>This computer is not enrolled at a receiver yet, so nobody could open its suitcase or sign for it. What was recorded is untouched. Run holdfast enrol URL CODE first.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>Este equipo aún no está inscrito en ningún receptor, así que nadie podría abrir su maleta ni firmar por ella. Lo grabado está intacto. Ejecute primero holdfast enrol URL CODE.</translation>
    </message>
    <message>
        <source>Another Holdfast program on this computer is packing or unpacking a suitcase. What was recorded is untouched. Wait for it to end, then try again.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>Otro programa de Holdfast en este equipo está empaquetando o desempaquetando una maleta. Lo grabado está intacto. Espere a que termine e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>There is no folder {disk}. What was recorded is untouched. Connect the disk, or name another folder.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>No existe la carpeta {disk}. Lo grabado está intacto. Conecte el disco o indique otra carpeta.</translation>
    </message>
    <message>
        <source>The disk at {disk} cannot be used ({error}). What was recorded is untouched. Whole files that were copied stay good; connect it again and run the same command, which goes on there.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>No se puede usar el disco en {disk} ({error}). Lo grabado está intacto. Los archivos copiados enteros siguen siendo válidos; conéctelo de nuevo y ejecute la misma orden, que continúa desde ahí.</translation>
    </message>
    <message>
        <source>The disk at {disk} is full. What was recorded is untouched. Make room on it, or take another.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>El disco en {disk} está lleno. Lo grabado está intacto. Haga sitio en él o use otro.</translation>
    </message>
    <message>
        <source>The suitcase {folder} cannot be read: its suitcase.json is damaged or missing. What was recorded is untouched. Pack again with holdfast queue export.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>No se puede leer la maleta {folder}: su suitcase.json está dañado o falta. Lo grabado está intacto. Empaquete de nuevo con holdfast queue export.</translation>
    </message>
    <message>
        <source>The suitcase {suitcase} was packed for another receiver than the one that this computer sends to now. What was recorded is untouched. Pack a new one with holdfast queue export.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation>La maleta {suitcase} se empaquetó para otro receptor que aquel al que envía ahora este equipo. Lo grabado está intacto. Empaquete una nueva con holdfast queue export.</translation>
    </message>
    <message>
        <source>{recording} still to be sent; safe on this computer.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>{recording} por enviar; a salvo en este equipo.</translation>
    </message>
    <message>
        <source>The queue was built anew from {recording} on disk.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation>La cola se reconstruyó a partir de {recording} del disco.</translation>
    </message>
    <message>
        <source>The disk is nearly full.</source>
        <extracomment>desktop/ui/texts.py, SPACE_LOW_TITLE</extracomment>
        <translation>El disco está casi lleno.</translation>
    </message>
    <message>
        <source>The recording ended because the disk is nearly full.</source>
        <extracomment>desktop/ui/texts.py, ENDED_FOR_SPACE_TITLE</extracomment>
        <translation>La grabación terminó porque el disco está casi lleno.</translation>
    </message>
    <message>
        <source>Recording in the overflow folder.</source>
        <extracomment>desktop/ui/texts.py, IN_OVERFLOW_TITLE</extracomment>
        <translation>Se graba en la carpeta de reserva.</translation>
    </message>
    <message>
        <source>OK</source>
        <extracomment>desktop/ui/texts.py, DISMISS</extracomment>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Not known</source>
        <extracomment>desktop/ui/texts.py, SPACE_UNKNOWN</extracomment>
        <translation>Se desconoce</translation>
    </message>
    <message>
        <source>The disk does not say how much is free.</source>
        <extracomment>desktop/ui/texts.py, SPACE_UNKNOWN_SENTENCE</extracomment>
        <translation>El disco no dice cuánto hay libre.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <extracomment>desktop/ui/texts.py, NOTHING_TO_SEND</extracomment>
        <translation>Nada</translation>
    </message>
    <message>
        <source>Recordings are sent by themselves as soon as they are made.</source>
        <extracomment>desktop/ui/texts.py, SENT_BY_THEMSELVES</extracomment>
        <translation>Las grabaciones se envían solas en cuanto se hacen.</translation>
    </message>
    <message numerus="yes">
        <source>The recording is verified at the receiver.|All %n recordings are verified at the receiver.</source>
        <extracomment>desktop/ui/texts.py, ALL_VERIFIED</extracomment>
        <translation>
            <numerusform>La grabación está verificada en el receptor.</numerusform>
            <numerusform>Las %n grabaciones están verificadas en el receptor.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending goes on by itself.</source>
        <extracomment>desktop/ui/texts.py, SENDING_BY_ITSELF</extracomment>
        <translation>El envío continúa solo.</translation>
    </message>
    <message>
        <source>Sent while it is recorded. All segments so far have arrived.</source>
        <extracomment>desktop/ui/texts.py, SENT_WHILE_RECORDED</extracomment>
        <translation>Se envía mientras se graba. Todos los segmentos hasta ahora han llegado.</translation>
    </message>
    <message>
        <source>Sent while it is recorded. {left} on the way.</source>
        <extracomment>desktop/ui/texts.py, SENT_WHILE_RECORDED_LEFT</extracomment>
        <translation>Se envía mientras se graba. {left} en camino.</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting|%n waiting</source>
        <extracomment>desktop/ui/texts.py, N_WAITING</extracomment>
        <translation>
            <numerusform>%n en espera</numerusform>
            <numerusform>%n en espera</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending · %n recording|Sending · %n recordings</source>
        <extracomment>desktop/ui/texts.py, SENDING_N</extracomment>
        <translation>
            <numerusform>Enviando · %n grabación</numerusform>
            <numerusform>Enviando · %n grabaciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{state} · %n waiting|{state} · %n waiting</source>
        <extracomment>desktop/ui/texts.py, STATE_AND_WAITING</extracomment>
        <translation>
            <numerusform>{state} · %n en espera</numerusform>
            <numerusform>{state} · %n en espera</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording needs you|%n recordings need you</source>
        <extracomment>desktop/ui/queue_texts.py, NEEDS_TITLE</extracomment>
        <translation>
            <numerusform>%n grabación le necesita</numerusform>
            <numerusform>%n grabaciones le necesitan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Verified · receiver prepares %n video|Verified · receiver prepares %n videos</source>
        <extracomment>desktop/ui/texts.py, VERIFIED_PREPARING</extracomment>
        <translation>
            <numerusform>Verificado · el receptor prepara %n vídeo</numerusform>
            <numerusform>Verificado · el receptor prepara %n vídeos</numerusform>
        </translation>
    </message>
    <message>
        <source>The reason stands beside it in the list.</source>
        <extracomment>desktop/ui/texts.py, REASON_IN_LIST</extracomment>
        <translation>El motivo está al lado en la lista.</translation>
    </message>
    <message>
        <source>Recording, {length}.</source>
        <extracomment>desktop/ui/texts.py, TRAY_RECORDING</extracomment>
        <translation>Grabando, {length}.</translation>
    </message>
    <message>
        <source>Recording, {length}. Space for {space}.</source>
        <extracomment>desktop/ui/texts.py, TRAY_RECORDING_SPACE</extracomment>
        <translation>Grabando, {length}. Espacio para {space}.</translation>
    </message>
    <message>
        <source>The recording&apos;s clock goes on: {length}</source>
        <extracomment>desktop/ui/texts.py, PAUSED_LINE</extracomment>
        <translation>El reloj de la grabación sigue: {length}</translation>
    </message>
    <message>
        <source>Paused for {span}. Nothing is being recorded.</source>
        <extracomment>desktop/ui/texts.py, PAUSED_LONG</extracomment>
        <translation>En pausa desde hace {span}. No se está grabando nada.</translation>
    </message>
    <message>
        <source>Press P to go on, or stop the recording.</source>
        <extracomment>desktop/ui/texts.py, PAUSED_NEXT</extracomment>
        <translation>Pulse P para seguir o detenga la grabación.</translation>
    </message>
    <message>
        <source>The recording is still paused.</source>
        <extracomment>desktop/ui/texts.py, PAUSED_LONG_TITLE</extracomment>
        <translation>La grabación sigue en pausa.</translation>
    </message>
    <message>
        <source>Recording paused for {length}. Nothing is being recorded.</source>
        <extracomment>desktop/ui/texts.py, TRAY_PAUSED</extracomment>
        <translation>Grabación en pausa desde hace {length}. No se está grabando nada.</translation>
    </message>
    <message>
        <source>Recording. {sentence}</source>
        <extracomment>desktop/ui/texts.py, TRAY_PROBLEM</extracomment>
        <translation>Grabando. {sentence}</translation>
    </message>
    <message>
        <source>It stopped. The picture goes on and the silence is noted. Check its plug: it is heard again as soon as it is back.</source>
        <extracomment>desktop/ui/texts.py, SOUND_LOST</extracomment>
        <translation>Se detuvo. La imagen sigue y el silencio queda anotado. Revise el conector: se oye de nuevo en cuanto vuelva.</translation>
    </message>
    <message>
        <source>“{microphone}” stopped. The picture goes on and the silence is noted. Check its plug: it is heard again as soon as it is back.</source>
        <extracomment>desktop/ui/texts.py, SOUND_OF_LOST</extracomment>
        <translation>«{microphone}» se detuvo. La imagen sigue y el silencio queda anotado. Revise el conector: se oye de nuevo en cuanto vuelva.</translation>
    </message>
    <message>
        <source>Use “{name}”</source>
        <extracomment>desktop/ui/texts.py, USE_DEVICE</extracomment>
        <translation>Usar «{name}»</translation>
    </message>
    <message numerus="yes">
        <source>Sending %n recording, {amount} left.|Sending %n recordings, {amount} left.</source>
        <extracomment>desktop/ui/texts.py, TRAY_SENDING</extracomment>
        <translation>
            <numerusform>Enviando %n grabación, quedan {amount}.</numerusform>
            <numerusform>Enviando %n grabaciones, quedan {amount}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending %n recording, {amount} left ({pace}).|Sending %n recordings, {amount} left ({pace}).</source>
        <extracomment>desktop/ui/texts.py, TRAY_SENDING_PACE</extracomment>
        <translation>
            <numerusform>Enviando %n grabación, quedan {amount} ({pace}).</numerusform>
            <numerusform>Enviando %n grabaciones, quedan {amount} ({pace}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording to send. {why}|%n recordings to send. {why}</source>
        <extracomment>desktop/ui/texts.py, TRAY_WAITING</extracomment>
        <translation>
            <numerusform>%n grabación por enviar. {why}</numerusform>
            <numerusform>%n grabaciones por enviar. {why}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording to send, the oldest since {since}. {why}|%n recordings to send, the oldest since {since}. {why}</source>
        <extracomment>desktop/ui/texts.py, TRAY_WAITING_SINCE</extracomment>
        <translation>
            <numerusform>%n grabación por enviar, la más antigua desde {since}. {why}</numerusform>
            <numerusform>%n grabaciones por enviar, la más antigua desde {since}. {why}</numerusform>
        </translation>
    </message>
    <message>
        <source>Holdfast is getting ready.</source>
        <extracomment>desktop/ui/texts.py, TRAY_READING</extracomment>
        <translation>Holdfast se está preparando.</translation>
    </message>
    <message>
        <source>Nothing to send.</source>
        <extracomment>desktop/ui/texts.py, TRAY_EMPTY</extracomment>
        <translation>Nada que enviar.</translation>
    </message>
    <message>
        <source>All recordings are verified at the receiver.</source>
        <extracomment>desktop/ui/texts.py, TRAY_VERIFIED</extracomment>
        <translation>Todas las grabaciones están verificadas en el receptor.</translation>
    </message>
    <message numerus="yes">
        <source>Received and verified. The receiver still prepares %n video.|Received and verified. The receiver still prepares %n videos.</source>
        <extracomment>desktop/ui/texts.py, TRAY_CHECKING</extracomment>
        <translation>
            <numerusform>Recibido y verificado. El receptor aún prepara %n vídeo.</numerusform>
            <numerusform>Recibido y verificado. El receptor aún prepara %n vídeos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Retry failed ({count})</source>
        <extracomment>desktop/ui/texts.py, RETRY_FAILED</extracomment>
        <translation>Reintentar las fallidas ({count})</translation>
    </message>
    <message numerus="yes">
        <source>Quit (%n upload continues next time)|Quit (%n uploads continue next time)</source>
        <extracomment>desktop/ui/texts.py, QUIT_UNSENT</extracomment>
        <translation>
            <numerusform>Salir (%n envío continúa la próxima vez)</numerusform>
            <numerusform>Salir (%n envíos continúan la próxima vez)</numerusform>
        </translation>
    </message>
    <message>
        <source>No sound yet</source>
        <extracomment>desktop/ui/texts.py, NO_SOUND_YET</extracomment>
        <translation>Aún sin sonido</translation>
    </message>
    <message>
        <source>Silent</source>
        <extracomment>desktop/ui/texts.py, SILENT</extracomment>
        <translation>Silencio</translation>
    </message>
    <message>
        <source>Quiet</source>
        <extracomment>desktop/ui/texts.py, QUIET</extracomment>
        <translation>Bajo</translation>
    </message>
    <message>
        <source>Good level</source>
        <extracomment>desktop/ui/kiosk/texts.py, LEVEL_GOOD</extracomment>
        <translation>Buen nivel</translation>
    </message>
    <message>
        <source>Too loud</source>
        <extracomment>desktop/ui/kiosk/texts.py, LEVEL_LOUD</extracomment>
        <translation>Demasiado alto</translation>
    </message>
    <message>
        <source>Choose &amp;another</source>
        <extracomment>desktop/ui/device_texts.py, CHOOSE_ANOTHER_MNEMONIC</extracomment>
        <translation>Elegir &amp;otro</translation>
    </message>
    <message>
        <source>Choose another device</source>
        <extracomment>desktop/ui/device_texts.py, CHOOSE_ANOTHER</extracomment>
        <translation>Elegir otro dispositivo</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <extracomment>desktop/ui/device_texts.py, CHANGE_DEVICES_MNEMONIC</extracomment>
        <translation>&amp;Cambiar…</translation>
    </message>
    <message>
        <source>Choose another camera or microphone, also while recording</source>
        <extracomment>desktop/ui/device_texts.py, CHANGE_DEVICES_HINT</extracomment>
        <translation>Elegir otra cámara u otro micrófono, también mientras se graba</translation>
    </message>
    <message>
        <source>Camera and microphone</source>
        <extracomment>desktop/ui/device_texts.py, DEVICES_TITLE</extracomment>
        <translation>Cámara y micrófono</translation>
    </message>
    <message>
        <source>Camera and microphone…</source>
        <extracomment>desktop/ui/device_texts.py, DEVICES_MENU</extracomment>
        <translation>Cámara y micrófono…</translation>
    </message>
    <message>
        <source>Cameras</source>
        <extracomment>desktop/ui/device_texts.py, CAMERAS</extracomment>
        <translation>Cámaras</translation>
    </message>
    <message>
        <source>Microphones</source>
        <extracomment>desktop/ui/device_texts.py, MICROPHONES</extracomment>
        <translation>Micrófonos</translation>
    </message>
    <message>
        <source>Place</source>
        <extracomment>desktop/ui/device_texts.py, WHICH_CAMERA</extracomment>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>&amp;Use these</source>
        <extracomment>desktop/ui/device_texts.py, USE_DEVICES_MNEMONIC</extracomment>
        <translation>&amp;Usar estos</translation>
    </message>
    <message>
        <source>Use these devices</source>
        <extracomment>desktop/ui/device_texts.py, USE_DEVICES</extracomment>
        <translation>Usar estos dispositivos</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <extracomment>desktop/ui/device_texts.py, LOOK_AGAIN_MNEMONIC</extracomment>
        <translation>&amp;Buscar de nuevo</translation>
    </message>
    <message>
        <source>Look for devices again</source>
        <extracomment>desktop/ui/device_texts.py, LOOK_AGAIN</extracomment>
        <translation>Buscar dispositivos de nuevo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>desktop/ui/kiosk/texts.py, CANCEL</extracomment>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Looking for cameras and microphones…</source>
        <extracomment>desktop/ui/device_texts.py, LOOKING_FOR_DEVICES</extracomment>
        <translation>Buscando cámaras y micrófonos…</translation>
    </message>
    <message>
        <source>No camera was found. Plug one in, then look again.</source>
        <extracomment>desktop/ui/device_texts.py, NO_CAMERAS</extracomment>
        <translation>No se encontró ninguna cámara. Conecte una y busque de nuevo.</translation>
    </message>
    <message>
        <source>What you choose is opened at once.</source>
        <extracomment>desktop/ui/device_texts.py, DEVICES_IDLE</extracomment>
        <translation>Lo que elija se abre enseguida.</translation>
    </message>
    <message>
        <source>A recording is running. It goes on with what you choose, in a new part; the change takes a few seconds, and the gap is noted.</source>
        <extracomment>desktop/ui/device_texts.py, DEVICES_RECORDING</extracomment>
        <translation>Hay una grabación en curso. Continúa con lo que elija, en una parte nueva; el cambio tarda unos segundos y la interrupción queda anotada.</translation>
    </message>
    <message>
        <source>Changing the device.</source>
        <extracomment>desktop/ui/device_texts.py, CHANGING_DEVICE_TITLE</extracomment>
        <translation>Cambiando el dispositivo.</translation>
    </message>
    <message>
        <source>Opening what you chose…</source>
        <extracomment>desktop/ui/device_texts.py, CHANGING_TITLE</extracomment>
        <translation>Abriendo lo que eligió…</translation>
    </message>
    <message>
        <source>Built-in test tone</source>
        <extracomment>desktop/ui/device_texts.py, BUILT_IN_TONE</extracomment>
        <translation>Tono de prueba integrado</translation>
    </message>
    <message>
        <source>not plugged in</source>
        <extracomment>desktop/ui/device_texts.py, NOT_PLUGGED_IN</extracomment>
        <translation>sin conectar</translation>
    </message>
    <message>
        <source>in use</source>
        <extracomment>desktop/ui/device_texts.py, IN_USE</extracomment>
        <translation>en uso</translation>
    </message>
    <message>
        <source>in use for another picture here</source>
        <extracomment>desktop/ui/device_texts.py, IN_USE_ELSEWHERE</extracomment>
        <translation>en uso para otra imagen de aquí</translation>
    </message>
    <message>
        <source>The system’s default</source>
        <extracomment>desktop/ui/device_texts.py, SYSTEM_DEFAULT</extracomment>
        <translation>El predeterminado del sistema</translation>
    </message>
    <message>
        <source>The system’s default: {name}</source>
        <extracomment>desktop/ui/device_texts.py, SYSTEM_DEFAULT_IS</extracomment>
        <translation>El predeterminado del sistema: {name}</translation>
    </message>
    <message>
        <source>Picture {number}: {name}</source>
        <extracomment>desktop/ui/device_texts.py, PLACE_OF_CAMERA</extracomment>
        <translation>Imagen {number}: {name}</translation>
    </message>
    <message>
        <source>Pause sending</source>
        <extracomment>desktop/ui/sending_texts.py, PAUSE_SENDING</extracomment>
        <translation>Pausar el envío</translation>
    </message>
    <message>
        <source>Pause se&amp;nding</source>
        <extracomment>desktop/ui/sending_texts.py, PAUSE_SENDING_MNEMONIC</extracomment>
        <translation>Pausar el e&amp;nvío</translation>
    </message>
    <message>
        <source>Send nothing for a while; recording goes on</source>
        <extracomment>desktop/ui/queue_texts.py, PAUSE_HINT</extracomment>
        <translation>No enviar nada durante un rato; la grabación sigue</translation>
    </message>
    <message>
        <source>For an hour</source>
        <extracomment>desktop/ui/sending_texts.py, PAUSE_HOUR</extracomment>
        <translation>Durante una hora</translation>
    </message>
    <message>
        <source>Until I resume</source>
        <extracomment>desktop/ui/sending_texts.py, PAUSE_OPEN</extracomment>
        <translation>Hasta que lo reanude</translation>
    </message>
    <message>
        <source>Resume sending</source>
        <extracomment>desktop/ui/sending_texts.py, RESUME_SENDING</extracomment>
        <translation>Reanudar el envío</translation>
    </message>
    <message>
        <source>R&amp;esume sending</source>
        <extracomment>desktop/ui/queue_texts.py, RESUME</extracomment>
        <translation>R&amp;eanudar el envío</translation>
    </message>
    <message>
        <source>Send what waits again</source>
        <extracomment>desktop/ui/queue_texts.py, RESUME_HINT</extracomment>
        <translation>Enviar de nuevo lo que espera</translation>
    </message>
    <message>
        <source>Sending is paused.</source>
        <extracomment>desktop/ui/queue_texts.py, DONE_PAUSED_ALL</extracomment>
        <translation>El envío está en pausa.</translation>
    </message>
    <message>
        <source>Speed while recording</source>
        <extracomment>desktop/ui/sending_texts.py, SPEED</extracomment>
        <translation>Velocidad mientras se graba</translation>
    </message>
    <message>
        <source>Full speed</source>
        <extracomment>desktop/ui/sending_texts.py, SPEEDS</extracomment>
        <translation>Velocidad completa</translation>
    </message>
    <message>
        <source>Gentle: half of the line</source>
        <extracomment>desktop/ui/sending_texts.py, SPEEDS</extracomment>
        <translation>Suave: la mitad de la línea</translation>
    </message>
    <message>
        <source>Send nothing while recording</source>
        <extracomment>desktop/ui/sending_texts.py, SPEEDS</extracomment>
        <translation>No enviar nada mientras se graba</translation>
    </message>
    <message>
        <source>Settings…</source>
        <extracomment>desktop/ui/sending_texts.py, SETTINGS_MENU</extracomment>
        <translation>Ajustes…</translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>desktop/ui/sending_texts.py, SETTINGS_TITLE</extracomment>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Sending</source>
        <extracomment>desktop/ui/queue_texts.py, SENDING</extracomment>
        <translation>Envío</translation>
    </message>
    <message>
        <source>Recordings are safe on this computer whether they are sent or not. These rules only say when they leave it. They hold from the moment they are saved.</source>
        <extracomment>desktop/ui/sending_texts.py, SENDING_PAGE_HINT</extracomment>
        <translation>Las grabaciones están a salvo en este equipo, se envíen o no. Estas reglas solo dicen cuándo salen de él. Valen desde el momento en que se guardan.</translation>
    </message>
    <message>
        <source>Speed &amp;limit</source>
        <extracomment>desktop/ui/sending_texts.py, RATE_LIMIT_MNEMONIC</extracomment>
        <translation>&amp;Límite de velocidad</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <extracomment>desktop/ui/sending_texts.py, RATE_LIMIT</extracomment>
        <translation>Límite de velocidad</translation>
    </message>
    <message>
        <source>No limit</source>
        <extracomment>desktop/ui/sending_texts.py, NO_LIMIT</extracomment>
        <translation>Sin límite</translation>
    </message>
    <message>
        <source>&amp;While recording</source>
        <extracomment>desktop/ui/sending_texts.py, WHILE_RECORDING_MNEMONIC</extracomment>
        <translation>&amp;Mientras se graba</translation>
    </message>
    <message>
        <source>While recording</source>
        <extracomment>desktop/ui/sending_texts.py, WHILE_RECORDING</extracomment>
        <translation>Mientras se graba</translation>
    </message>
    <message>
        <source>&amp;Quiet hours</source>
        <extracomment>desktop/ui/sending_texts.py, QUIET_HOURS_MNEMONIC</extracomment>
        <translation>&amp;Horas de silencio</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <extracomment>desktop/ui/sending_texts.py, QUIET_HOURS</extracomment>
        <translation>Horas de silencio</translation>
    </message>
    <message>
        <source>None. For example 08:00-18:00, 22:00-06:00</source>
        <extracomment>desktop/ui/sending_texts.py, QUIET_HOURS_EMPTY</extracomment>
        <translation>Ninguna. Por ejemplo 08:00-18:00, 22:00-06:00</translation>
    </message>
    <message>
        <source>&amp;Data a day</source>
        <extracomment>desktop/ui/sending_texts.py, DAILY_BUDGET_MNEMONIC</extracomment>
        <translation>&amp;Datos al día</translation>
    </message>
    <message>
        <source>Data a day</source>
        <extracomment>desktop/ui/sending_texts.py, DAILY_BUDGET</extracomment>
        <translation>Datos al día</translation>
    </message>
    <message>
        <source>&amp;Metered connections</source>
        <extracomment>desktop/ui/sending_texts.py, ON_METERED_MNEMONIC</extracomment>
        <translation>&amp;Conexiones de uso medido</translation>
    </message>
    <message>
        <source>Metered connections</source>
        <extracomment>desktop/ui/sending_texts.py, ON_METERED</extracomment>
        <translation>Conexiones de uso medido</translation>
    </message>
    <message>
        <source>Send all the same</source>
        <extracomment>desktop/ui/sending_texts.py, ON_METERED_CHOICES</extracomment>
        <translation>Enviar de todos modos</translation>
    </message>
    <message>
        <source>Wait for another network</source>
        <extracomment>desktop/ui/sending_texts.py, ON_METERED_CHOICES</extracomment>
        <translation>Esperar otra red</translation>
    </message>
    <message>
        <source>&amp;Never send on</source>
        <extracomment>desktop/ui/sending_texts.py, WAIT_ON_MNEMONIC</extracomment>
        <translation>&amp;No enviar nunca por</translation>
    </message>
    <message>
        <source>Never send on</source>
        <extracomment>desktop/ui/sending_texts.py, WAIT_ON</extracomment>
        <translation>No enviar nunca por</translation>
    </message>
    <message>
        <source>None. Names of connections, with commas</source>
        <extracomment>desktop/ui/sending_texts.py, WAIT_ON_EMPTY</extracomment>
        <translation>Ninguna. Nombres de conexiones, con comas</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <extracomment>desktop/ui/sending_texts.py, SAVE_MNEMONIC</extracomment>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Save the settings</source>
        <extracomment>desktop/ui/sending_texts.py, SAVE</extracomment>
        <translation>Guardar los ajustes</translation>
    </message>
    <message>
        <source>Pictures are lost, and each is counted. Close other programs, or choose a smaller picture for the next recording.</source>
        <extracomment>desktop/recording/overload.py</extracomment>
        <translation>Se pierden imágenes, y cada una se cuenta. Cierre otros programas o elija una imagen más pequeña para la próxima grabación.</translation>
    </message>
    <message>
        <source>The source is under the MIT licence. PyAV contains x264: a bundle that contains it is distributed under GPL-3.0-or-later. Qt for Python is used under LGPL-3.0, the typeface Inter under the SIL Open Font License 1.1.</source>
        <extracomment>desktop/ui/help/texts.py, ABOUT_LICENCE</extracomment>
        <translation>El código está bajo la licencia MIT. PyAV contiene x264: un paquete que lo incluya se distribuye bajo GPL-3.0-or-later. Qt for Python se usa bajo LGPL-3.0, y la tipografía Inter bajo la SIL Open Font License 1.1.</translation>
    </message>
    <message>
        <source>The receiver on this computer is not ready after 2 minutes. Recordings are safe and wait; try again when this computer has less to do.</source>
        <extracomment>desktop/own_receiver.py</extracomment>
        <translation>El receptor de este equipo no está listo después de 2 minutos. Las grabaciones están seguras y esperan; inténtelo de nuevo cuando este equipo tenga menos que hacer.</translation>
    </message>
    <message>
        <source>Nothing of the recording was saved within {BEGIN_S} s. This computer has too much else to do; try the drill again later.</source>
        <extracomment>desktop/drill/accidents.py</extracomment>
        <translation>En {BEGIN_S} s no se guardó nada de la grabación. Este equipo tiene demasiado que hacer; repita el simulacro más tarde.</translation>
    </message>
</context>
</TS>
