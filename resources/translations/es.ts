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
        <extracomment>desktop/recording/quality.py</extracomment>
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
        <extracomment>desktop/recording/recorder.py</extracomment>
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
        <extracomment>desktop/rehearsal.py</extracomment>
        <translation>No se grabó nada.</translation>
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
        <extracomment>desktop/station.py</extracomment>
        <translation>No se puede cambiar la fuente mientras se graba.</translation>
    </message>
    <message>
        <source>The devices are in use while a recording runs.</source>
        <extracomment>desktop/station.py</extracomment>
        <translation>Los dispositivos están en uso mientras se graba.</translation>
    </message>
    <message>
        <source>No source is open; open one first.</source>
        <extracomment>desktop/station.py</extracomment>
        <translation>No hay ninguna fuente abierta; abra una primero.</translation>
    </message>
    <message>
        <source>A video file is recorded from its beginning to its end; nothing was changed. Stop the recording before you choose another source.</source>
        <extracomment>desktop/station.py</extracomment>
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
        <extracomment>desktop/supervision.py</extracomment>
        <translation>La grabadora se detuvo de forma inesperada. Lo grabado está a salvo; se está iniciando otra y la interrupción queda anotada.</translation>
    </message>
    <message>
        <source>Another program uses the camera now. What was recorded is safe. Close that program: the recording goes on as soon as the camera is free, and the gap is noted.</source>
        <extracomment>desktop/supervision.py</extracomment>
        <translation>Otro programa usa ahora la cámara. Lo grabado está a salvo. Cierre ese programa: la grabación continúa en cuanto la cámara esté libre y la interrupción queda anotada.</translation>
    </message>
    <message>
        <source>The recorder did not answer any more. What was recorded is safe; another recorder is being started, and the gap is noted.</source>
        <extracomment>desktop/supervision.py</extracomment>
        <translation>La grabadora dejó de responder. Lo grabado está a salvo; se está iniciando otra y la interrupción queda anotada.</translation>
    </message>
    <message>
        <source>The camera gives no picture any more. What was recorded is safe; waiting for it to come back, and the gap is noted.</source>
        <extracomment>desktop/supervision.py</extracomment>
        <translation>La cámara ya no da imagen. Lo grabado está a salvo; se espera a que vuelva y la interrupción queda anotada.</translation>
    </message>
    <message>
        <source>The recorder stopped each time it was started, before the first picture. Nothing was recorded. Choose another camera or microphone, or restart the computer.</source>
        <extracomment>desktop/supervision.py</extracomment>
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
        <extracomment>uploader/freeing.py</extracomment>
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
        <extracomment>uploader/journey.py</extracomment>
        <translation>Recibida y verificada, pero no se puede reproducir: {reason}</translation>
    </message>
    <message>
        <source>Received and verified. The receiver is still preparing the video{said}.</source>
        <extracomment>uploader/journey.py</extracomment>
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
        <extracomment>uploader/queue.py</extracomment>
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
        <extracomment>uploader/texts.py</extracomment>
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
        <source>This computer is not enrolled at a receiver yet. Recordings are safe here; run holdfast enrol URL CODE.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation>Este equipo aún no está inscrito en ningún receptor. Las grabaciones están a salvo aquí; ejecute holdfast enrol URL CODE.</translation>
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
        <extracomment>desktop/ui/review_texts.py, PLAY</extracomment>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <extracomment>desktop/ui/review_texts.py, PLAY_MNEMONIC</extracomment>
        <translation>&amp;Reproducir</translation>
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
        <extracomment>desktop/ui/review_texts.py, CLOSE</extracomment>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <extracomment>desktop/ui/review_texts.py, CLOSE_MNEMONIC</extracomment>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>Play…</source>
        <extracomment>desktop/ui/review_texts.py, PLAY_RECORDING</extracomment>
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
        <extracomment>desktop/ui/texts.py, BEGINNING</extracomment>
        <translation>Iniciando…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <extracomment>desktop/ui/texts.py, STOPPING</extracomment>
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
        <source>Later</source>
        <extracomment>desktop/ui/wizard/texts.py, LIGHT_LATER</extracomment>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>Pause</source>
        <extracomment>desktop/ui/review_texts.py, PAUSE</extracomment>
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
        <extracomment>desktop/ui/texts.py, METER</extracomment>
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
        <translation>Se crea un identificador nuevo</translation>
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
        <extracomment>desktop/ui/texts.py, CAMERA</extracomment>
        <translation>Cámara</translation>
    </message>
    <message>
        <source>Microphone</source>
        <extracomment>desktop/ui/texts.py, MICROPHONE</extracomment>
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
        <extracomment>desktop/ui/texts.py, TRY_NOW</extracomment>
        <translation>Intentar ahora</translation>
    </message>
    <message>
        <source>Try to send now instead of waiting</source>
        <extracomment>desktop/ui/texts.py, TRY_NOW_HINT</extracomment>
        <translation>Intentar enviar ahora en vez de esperar</translation>
    </message>
    <message>
        <source>Try a&amp;gain</source>
        <extracomment>desktop/ui/texts.py, TRY_AGAIN_MNEMONIC</extracomment>
        <translation>Intentar de nue&amp;vo</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>desktop/ui/texts.py, TRY_AGAIN</extracomment>
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
        <extracomment>desktop/ui/texts.py, ABOUT</extracomment>
        <translation>Acerca de Holdfast</translation>
    </message>
    <message>
        <source>Holdfast {version}</source>
        <extracomment>desktop/ui/texts.py, ABOUT_TITLE</extracomment>
        <translation>Holdfast {version}</translation>
    </message>
    <message>
        <source>Records people on camera and gets the recordings home.

The source is under the MIT licence. PyAV contains x264: a bundle that contains them is distributed under GPL-3.0-or-later. Qt for Python is used under LGPL-3.0, the typeface Inter under the SIL Open Font License 1.1.</source>
        <extracomment>desktop/ui/texts.py, ABOUT_MORE</extracomment>
        <translation>Graba a personas con la cámara y lleva las grabaciones a casa.

El código está bajo la licencia MIT. PyAV contiene x264: un paquete que los incluya se distribuye bajo GPL-3.0-or-later. Qt for Python se usa bajo LGPL-3.0, y la tipografía Inter bajo la SIL Open Font License 1.1.</translation>
    </message>
    <message>
        <source>REC</source>
        <extracomment>desktop/ui/texts.py, RECORDING_BADGE</extracomment>
        <translation>GRAB.</translation>
    </message>
    <message>
        <source>WAITING</source>
        <extracomment>desktop/ui/texts.py, WAITING_BADGE</extracomment>
        <translation>ESPERA</translation>
    </message>
    <message>
        <source>Recording</source>
        <extracomment>desktop/ui/texts.py, COLUMNS</extracomment>
        <translation>Grabación</translation>
    </message>
    <message>
        <source>Length</source>
        <extracomment>desktop/ui/texts.py, COLUMNS</extracomment>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Size</source>
        <extracomment>desktop/ui/texts.py, COLUMNS</extracomment>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Saved</source>
        <extracomment>desktop/ui/texts.py, COLUMNS</extracomment>
        <translation>Guardada</translation>
    </message>
    <message>
        <source>Received</source>
        <extracomment>desktop/ui/texts.py, COLUMNS</extracomment>
        <translation>Recibida</translation>
    </message>
    <message>
        <source>Verified</source>
        <extracomment>desktop/ui/texts.py, COLUMNS</extracomment>
        <translation>Verificada</translation>
    </message>
    <message>
        <source>Playable</source>
        <extracomment>desktop/ui/texts.py, COLUMNS</extracomment>
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
        <extracomment>desktop/ui/texts.py, OPENING_SENTENCE</extracomment>
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
        <extracomment>desktop/ui/texts.py, NOT_YET</extracomment>
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
        <extracomment>desktop/ui/texts.py, WAITING</extracomment>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Stopped</source>
        <extracomment>desktop/ui/texts.py, STOPPED</extracomment>
        <translation>Detenida</translation>
    </message>
    <message>
        <source>Safe at the receiver.</source>
        <extracomment>desktop/ui/texts.py, AT_HOME</extracomment>
        <translation>A salvo en el receptor.</translation>
    </message>
    <message>
        <source>Safe at the receiver; deleted here to free space.</source>
        <extracomment>desktop/ui/texts.py, FREED_HERE</extracomment>
        <translation>A salvo en el receptor; borrada aquí para liberar espacio.</translation>
    </message>
    <message>
        <source>Received and verified. The receiver is preparing the video.</source>
        <extracomment>desktop/ui/texts.py, PREPARING</extracomment>
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
        <extracomment>desktop/ui/texts.py, NO_SOUND_TITLE</extracomment>
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
        <extracomment>desktop/ui/texts.py, KEEP</extracomment>
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
        <extracomment>desktop/ui/texts.py, DISCARD</extracomment>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <extracomment>desktop/ui/texts.py, DISCARD_MNEMONIC</extracomment>
        <translation>Desc&amp;artar</translation>
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
        <extracomment>desktop/ui/texts.py, TAKE</extracomment>
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
        <extracomment>desktop/ui/wizard/texts.py, STEPS</extracomment>
        <translation>Almacenamiento</translation>
    </message>
    <message>
        <source>Receiver</source>
        <extracomment>desktop/ui/wizard/texts.py, STEPS</extracomment>
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
        <extracomment>desktop/ui/wizard/texts.py, LEVEL</extracomment>
        <translation>Nivel</translation>
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
        <translation>Al &amp;receptor de mi estudio</translation>
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
        <extracomment>desktop/ui/wizard/texts.py, START_AGAIN_MNEMONIC</extracomment>
        <translation>Ensayar de n&amp;uevo</translation>
    </message>
    <message>
        <source>Start the rehearsal</source>
        <extracomment>desktop/ui/wizard/texts.py, START</extracomment>
        <translation>Empezar el ensayo</translation>
    </message>
    <message>
        <source>Every part is on this computer&apos;s disk and matches its checksum.</source>
        <extracomment>desktop/ui/wizard/texts.py, LIGHT_MEANINGS</extracomment>
        <translation>Cada parte está en el disco de este equipo y coincide con su suma de comprobación.</translation>
    </message>
    <message>
        <source>Every part is at the receiver.</source>
        <extracomment>desktop/ui/wizard/texts.py, LIGHT_MEANINGS</extracomment>
        <translation>Cada parte está en el receptor.</translation>
    </message>
    <message>
        <source>The receiver signed for all of it, and the receipt is kept here.</source>
        <extracomment>desktop/ui/wizard/texts.py, LIGHT_MEANINGS</extracomment>
        <translation>El receptor firmó por todo y el recibo se guarda aquí.</translation>
    </message>
    <message>
        <source>The receiver joined the parts and could play both ends.</source>
        <extracomment>desktop/ui/wizard/texts.py, LIGHT_MEANINGS</extracomment>
        <translation>El receptor unió las partes y pudo reproducir ambos extremos.</translation>
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
        <source>{name} at {length}</source>
        <extracomment>desktop/ui/texts.py, MARK_SET</extracomment>
        <translation>{name} en {length}</translation>
    </message>
    <message>
        <source>{name}, {width} × {height} at {fps}</source>
        <extracomment>desktop/ui/texts.py, CAMERA_LINE</extracomment>
        <translation>{name}, {width} × {height} a {fps}</translation>
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
        <extracomment>desktop/ui/texts.py, NO_MICROPHONE</extracomment>
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
        <source>Recordings {ours}, other files {others}</source>
        <extracomment>desktop/ui/texts.py, TAKEN_BY</extracomment>
        <translation>Grabaciones {ours}, otros archivos {others}</translation>
    </message>
    <message>
        <source>Overflow folder: {free} free</source>
        <extracomment>desktop/ui/texts.py, OVERFLOW_FREE</extracomment>
        <translation>Carpeta de reserva: {free} libres</translation>
    </message>
    <message>
        <source>Decided by the environment: {variable}.</source>
        <extracomment>desktop/ui/texts.py, FIXED_BY</extracomment>
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
        <extracomment>desktop/ui/texts.py, N_NEED_YOU</extracomment>
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
        <extracomment>desktop/ui/texts.py, GOOD_LEVEL</extracomment>
        <translation>Buen nivel</translation>
    </message>
    <message>
        <source>Too loud</source>
        <extracomment>desktop/ui/texts.py, TOO_LOUD</extracomment>
        <translation>Demasiado alto</translation>
    </message>
    <message>
        <source>Choose &amp;another</source>
        <extracomment>desktop/ui/texts.py, CHOOSE_ANOTHER_MNEMONIC</extracomment>
        <translation>Elegir &amp;otro</translation>
    </message>
    <message>
        <source>Choose another device</source>
        <extracomment>desktop/ui/texts.py, CHOOSE_ANOTHER</extracomment>
        <translation>Elegir otro dispositivo</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <extracomment>desktop/ui/texts.py, CHANGE_DEVICES_MNEMONIC</extracomment>
        <translation>&amp;Cambiar…</translation>
    </message>
    <message>
        <source>Choose another camera or microphone, also while recording</source>
        <extracomment>desktop/ui/texts.py, CHANGE_DEVICES_HINT</extracomment>
        <translation>Elegir otra cámara u otro micrófono, también mientras se graba</translation>
    </message>
    <message>
        <source>Camera and microphone</source>
        <extracomment>desktop/ui/texts.py, DEVICES_TITLE</extracomment>
        <translation>Cámara y micrófono</translation>
    </message>
    <message>
        <source>Camera and microphone…</source>
        <extracomment>desktop/ui/texts.py, DEVICES_MENU</extracomment>
        <translation>Cámara y micrófono…</translation>
    </message>
    <message>
        <source>Cameras</source>
        <extracomment>desktop/ui/texts.py, CAMERAS</extracomment>
        <translation>Cámaras</translation>
    </message>
    <message>
        <source>Microphones</source>
        <extracomment>desktop/ui/texts.py, MICROPHONES</extracomment>
        <translation>Micrófonos</translation>
    </message>
    <message>
        <source>Place</source>
        <extracomment>desktop/ui/texts.py, WHICH_CAMERA</extracomment>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>&amp;Use these</source>
        <extracomment>desktop/ui/texts.py, USE_DEVICES_MNEMONIC</extracomment>
        <translation>&amp;Usar estos</translation>
    </message>
    <message>
        <source>Use these devices</source>
        <extracomment>desktop/ui/texts.py, USE_DEVICES</extracomment>
        <translation>Usar estos dispositivos</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <extracomment>desktop/ui/texts.py, LOOK_AGAIN_MNEMONIC</extracomment>
        <translation>&amp;Buscar de nuevo</translation>
    </message>
    <message>
        <source>Look for devices again</source>
        <extracomment>desktop/ui/texts.py, LOOK_AGAIN</extracomment>
        <translation>Buscar dispositivos de nuevo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>desktop/ui/texts.py, CANCEL</extracomment>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Looking for cameras and microphones…</source>
        <extracomment>desktop/ui/texts.py, LOOKING_FOR_DEVICES</extracomment>
        <translation>Buscando cámaras y micrófonos…</translation>
    </message>
    <message>
        <source>No camera was found. Plug one in, then look again.</source>
        <extracomment>desktop/ui/texts.py, NO_CAMERAS</extracomment>
        <translation>No se encontró ninguna cámara. Conecte una y busque de nuevo.</translation>
    </message>
    <message>
        <source>What you choose is opened at once.</source>
        <extracomment>desktop/ui/texts.py, DEVICES_IDLE</extracomment>
        <translation>Lo que elija se abre enseguida.</translation>
    </message>
    <message>
        <source>A recording is running. It goes on with what you choose, in a new part; the change takes a few seconds, and the gap is noted.</source>
        <extracomment>desktop/ui/texts.py, DEVICES_RECORDING</extracomment>
        <translation>Hay una grabación en curso. Continúa con lo que elija, en una parte nueva; el cambio tarda unos segundos y la interrupción queda anotada.</translation>
    </message>
    <message>
        <source>Changing the device.</source>
        <extracomment>desktop/ui/texts.py, CHANGING_DEVICE_TITLE</extracomment>
        <translation>Cambiando el dispositivo.</translation>
    </message>
    <message>
        <source>Opening what you chose…</source>
        <extracomment>desktop/ui/texts.py, CHANGING_TITLE</extracomment>
        <translation>Abriendo lo que eligió…</translation>
    </message>
    <message>
        <source>Built-in test tone</source>
        <extracomment>desktop/ui/texts.py, BUILT_IN_TONE</extracomment>
        <translation>Tono de prueba integrado</translation>
    </message>
    <message>
        <source>not plugged in</source>
        <extracomment>desktop/ui/texts.py, NOT_PLUGGED_IN</extracomment>
        <translation>sin conectar</translation>
    </message>
    <message>
        <source>in use</source>
        <extracomment>desktop/ui/texts.py, IN_USE</extracomment>
        <translation>en uso</translation>
    </message>
    <message>
        <source>in use for another picture here</source>
        <extracomment>desktop/ui/texts.py, IN_USE_ELSEWHERE</extracomment>
        <translation>en uso para otra imagen de aquí</translation>
    </message>
    <message>
        <source>The system’s default</source>
        <extracomment>desktop/ui/texts.py, SYSTEM_DEFAULT</extracomment>
        <translation>El predeterminado del sistema</translation>
    </message>
    <message>
        <source>The system’s default: {name}</source>
        <extracomment>desktop/ui/texts.py, SYSTEM_DEFAULT_IS</extracomment>
        <translation>El predeterminado del sistema: {name}</translation>
    </message>
    <message>
        <source>Picture {number}: {name}</source>
        <extracomment>desktop/ui/texts.py, PLACE_OF_CAMERA</extracomment>
        <translation>Imagen {number}: {name}</translation>
    </message>
    <message>
        <source>Pause sending</source>
        <extracomment>desktop/ui/texts.py, PAUSE_SENDING</extracomment>
        <translation>Pausar el envío</translation>
    </message>
    <message>
        <source>Pause se&amp;nding</source>
        <extracomment>desktop/ui/texts.py, PAUSE_SENDING_MNEMONIC</extracomment>
        <translation>Pausar el e&amp;nvío</translation>
    </message>
    <message>
        <source>Send nothing for a while; recording goes on</source>
        <extracomment>desktop/ui/texts.py, PAUSE_SENDING_HINT</extracomment>
        <translation>No enviar nada durante un rato; la grabación sigue</translation>
    </message>
    <message>
        <source>For an hour</source>
        <extracomment>desktop/ui/texts.py, PAUSE_HOUR</extracomment>
        <translation>Durante una hora</translation>
    </message>
    <message>
        <source>Until I resume</source>
        <extracomment>desktop/ui/texts.py, PAUSE_OPEN</extracomment>
        <translation>Hasta que lo reanude</translation>
    </message>
    <message>
        <source>Resume sending</source>
        <extracomment>desktop/ui/texts.py, RESUME_SENDING</extracomment>
        <translation>Reanudar el envío</translation>
    </message>
    <message>
        <source>R&amp;esume sending</source>
        <extracomment>desktop/ui/texts.py, RESUME_SENDING_MNEMONIC</extracomment>
        <translation>R&amp;eanudar el envío</translation>
    </message>
    <message>
        <source>Send what waits again</source>
        <extracomment>desktop/ui/texts.py, RESUME_SENDING_HINT</extracomment>
        <translation>Enviar de nuevo lo que espera</translation>
    </message>
    <message>
        <source>Sending is paused.</source>
        <extracomment>desktop/ui/texts.py, SENDING_IS_PAUSED</extracomment>
        <translation>El envío está en pausa.</translation>
    </message>
    <message>
        <source>Speed while recording</source>
        <extracomment>desktop/ui/texts.py, SPEED</extracomment>
        <translation>Velocidad mientras se graba</translation>
    </message>
    <message>
        <source>Full speed</source>
        <extracomment>desktop/ui/texts.py, SPEEDS</extracomment>
        <translation>Velocidad completa</translation>
    </message>
    <message>
        <source>Gentle: half of the line</source>
        <extracomment>desktop/ui/texts.py, SPEEDS</extracomment>
        <translation>Suave: la mitad de la línea</translation>
    </message>
    <message>
        <source>Send nothing while recording</source>
        <extracomment>desktop/ui/texts.py, SPEEDS</extracomment>
        <translation>No enviar nada mientras se graba</translation>
    </message>
    <message>
        <source>Settings…</source>
        <extracomment>desktop/ui/texts.py, SETTINGS_MENU</extracomment>
        <translation>Ajustes…</translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>desktop/ui/texts.py, SETTINGS_TITLE</extracomment>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Sending</source>
        <extracomment>desktop/ui/texts.py, SENDING_PAGE</extracomment>
        <translation>Envío</translation>
    </message>
    <message>
        <source>Recordings are safe on this computer whether they are sent or not. These rules only say when they leave it. They hold from the moment they are saved.</source>
        <extracomment>desktop/ui/texts.py, SENDING_PAGE_HINT</extracomment>
        <translation>Las grabaciones están a salvo en este equipo, se envíen o no. Estas reglas solo dicen cuándo salen de él. Valen desde el momento en que se guardan.</translation>
    </message>
    <message>
        <source>Speed &amp;limit</source>
        <extracomment>desktop/ui/texts.py, RATE_LIMIT_MNEMONIC</extracomment>
        <translation>&amp;Límite de velocidad</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <extracomment>desktop/ui/texts.py, RATE_LIMIT</extracomment>
        <translation>Límite de velocidad</translation>
    </message>
    <message>
        <source>No limit</source>
        <extracomment>desktop/ui/texts.py, NO_LIMIT</extracomment>
        <translation>Sin límite</translation>
    </message>
    <message>
        <source>&amp;While recording</source>
        <extracomment>desktop/ui/texts.py, WHILE_RECORDING_MNEMONIC</extracomment>
        <translation>&amp;Mientras se graba</translation>
    </message>
    <message>
        <source>While recording</source>
        <extracomment>desktop/ui/texts.py, WHILE_RECORDING</extracomment>
        <translation>Mientras se graba</translation>
    </message>
    <message>
        <source>&amp;Quiet hours</source>
        <extracomment>desktop/ui/texts.py, QUIET_HOURS_MNEMONIC</extracomment>
        <translation>&amp;Horas de silencio</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <extracomment>desktop/ui/texts.py, QUIET_HOURS</extracomment>
        <translation>Horas de silencio</translation>
    </message>
    <message>
        <source>None. For example 08:00-18:00, 22:00-06:00</source>
        <extracomment>desktop/ui/texts.py, QUIET_HOURS_EMPTY</extracomment>
        <translation>Ninguna. Por ejemplo 08:00-18:00, 22:00-06:00</translation>
    </message>
    <message>
        <source>&amp;Data a day</source>
        <extracomment>desktop/ui/texts.py, DAILY_BUDGET_MNEMONIC</extracomment>
        <translation>&amp;Datos al día</translation>
    </message>
    <message>
        <source>Data a day</source>
        <extracomment>desktop/ui/texts.py, DAILY_BUDGET</extracomment>
        <translation>Datos al día</translation>
    </message>
    <message>
        <source>&amp;Metered connections</source>
        <extracomment>desktop/ui/texts.py, ON_METERED_MNEMONIC</extracomment>
        <translation>&amp;Conexiones de uso medido</translation>
    </message>
    <message>
        <source>Metered connections</source>
        <extracomment>desktop/ui/texts.py, ON_METERED</extracomment>
        <translation>Conexiones de uso medido</translation>
    </message>
    <message>
        <source>Send all the same</source>
        <extracomment>desktop/ui/texts.py, ON_METERED_CHOICES</extracomment>
        <translation>Enviar de todos modos</translation>
    </message>
    <message>
        <source>Wait for another network</source>
        <extracomment>desktop/ui/texts.py, ON_METERED_CHOICES</extracomment>
        <translation>Esperar otra red</translation>
    </message>
    <message>
        <source>&amp;Never send on</source>
        <extracomment>desktop/ui/texts.py, WAIT_ON_MNEMONIC</extracomment>
        <translation>&amp;No enviar nunca por</translation>
    </message>
    <message>
        <source>Never send on</source>
        <extracomment>desktop/ui/texts.py, WAIT_ON</extracomment>
        <translation>No enviar nunca por</translation>
    </message>
    <message>
        <source>None. Names of connections, with commas</source>
        <extracomment>desktop/ui/texts.py, WAIT_ON_EMPTY</extracomment>
        <translation>Ninguna. Nombres de conexiones, con comas</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <extracomment>desktop/ui/texts.py, SAVE_MNEMONIC</extracomment>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Save the settings</source>
        <extracomment>desktop/ui/texts.py, SAVE</extracomment>
        <translation>Guardar los ajustes</translation>
    </message>
</context>
</TS>
