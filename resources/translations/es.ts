<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Holdfast</name>
    <message>
        <source>A recording is running already.</source>
        <extracomment>desktop/app.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing to the {devices} that you chose. What was recorded is safe; recording goes on in a moment, and the gap is noted.</source>
        <extracomment>desktop/choosing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It failed while recording {recording}.</source>
        <extracomment>desktop/deck.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording&apos;s manifest could not be written ({error}). Everything recorded is safe in {path}, and the next start finishes it.</source>
        <extracomment>desktop/deck.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoder (capture.encoder): {encoder}</source>
        <extracomment>desktop/device_text.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was recorded is safe, and recording goes on with it. Is that right?</source>
        <extracomment>desktop/expected.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording works with it. Is that right?</source>
        <extracomment>desktop/expected.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another camera came back: “{new}” instead of “{old}”. {GOES_ON}</source>
        <extracomment>desktop/expected.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera “{camera_name}” came back with another picture: {new} instead of {old}. {GOES_ON}</source>
        <extracomment>desktop/expected.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another camera than last time: “{new}” instead of “{old}”. {WORKS}</source>
        <extracomment>desktop/expected.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another microphone than last time: “{now}” instead of “{was}”. {WORKS}</source>
        <extracomment>desktop/expected.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another microphone came back: “{now}” instead of “{was}”. {GOES_ON}</source>
        <extracomment>desktop/expected.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has reached the disk for 3 seconds, although the camera works. What was written before is safe. Check the disk and its cable; if this does not end, stop and keep the recording.</source>
        <extracomment>desktop/growth.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures were not checked: there was no memory to show them in.</source>
        <extracomment>desktop/quality_check.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures were not checked: the recording ended before the first look.</source>
        <extracomment>desktop/quality_check.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures were not checked: the check stopped unexpectedly. The recording is not affected.</source>
        <extracomment>desktop/quality_process.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures were not checked: the check did not answer in time. The recording is not affected.</source>
        <extracomment>desktop/quality_process.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures were not checked: the check was still starting. The recording is not affected.</source>
        <extracomment>desktop/quality_process.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera “{name}” was unplugged or stopped. What was recorded is safe; the recording goes on when it is back, and the gap is noted.</source>
        <extracomment>desktop/recording/camera.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No camera is connected.</source>
        <extracomment>desktop/recording/camera.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no camera {path}; nothing is recorded. {what_there_is} Plug it in and try again.</source>
        <extracomment>desktop/recording/camera.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This user may not open {node}; nothing is recorded. Add the user to the group “video”, then log in again.</source>
        <extracomment>desktop/recording/camera.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program uses camera “{name}”; nothing is recorded. Close that program, then try again.</source>
        <extracomment>desktop/recording/camera.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera “{name}” opened but gave no picture; nothing is recorded. Unplug it and plug it in again, or choose another.</source>
        <extracomment>desktop/recording/camera.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphone did not answer within 5 seconds. The recording is made without sound. Check the microphone if sound is needed.</source>
        <extracomment>desktop/recording/capture.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recorder has a fault ({name}). What was recorded so far is safe; the details are in the log.</source>
        <extracomment>desktop/recording/capture.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no source {source}; nothing was recorded. Name a camera (0 or /dev/video0), a video file that exists, an http:// or https:// address, or {SCENE} for the built-in scene ({LIVE_SCENE} makes it behave like a camera).</source>
        <extracomment>desktop/recording/choice.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound system could not be asked which microphones there are ({how}). Recording works without sound. Restart the computer&apos;s sound service, then try again.</source>
        <extracomment>desktop/recording/devices.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space for less than 1 minute left at this quality.</source>
        <extracomment>desktop/recording/disk.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space for {minutes} minute{s} left at this quality.</source>
        <extracomment>desktop/recording/disk.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not enough space to record ({left} left, {seconds_needed} needed). Nothing was recorded; earlier recordings are safe. Free some space{connect}{shorter}.</source>
        <extracomment>desktop/recording/disk.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first disk is nearly full; recordings go to {folder}.</source>
        <extracomment>desktop/recording/disk.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is nearly full. The recording was ended in good order, all of it is safe, and another one goes on at once in {folder}.</source>
        <extracomment>desktop/recording/disk.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds_left} The recording was ended in good order, and all of it is safe. Free some space before recording again.</source>
        <extracomment>desktop/recording/disk.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encoder could not be started ({error}). Nothing of this part was recorded.</source>
        <extracomment>desktop/recording/encoder.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encoder stopped ({error}). Every segment that was closed is safe.</source>
        <extracomment>desktop/recording/encoder.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It gave {found} pictures instead of {times}.</source>
        <extracomment>desktop/recording/encoder_trial.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It changed the pictures&apos; times or their order.</source>
        <extracomment>desktop/recording/encoder_trial.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be used ({strerror}).</source>
        <extracomment>desktop/recording/encoder_trial.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it wrote is damaged: {error}.</source>
        <extracomment>desktop/recording/encoder_trial.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It wrote nothing that a player could begin with.</source>
        <extracomment>desktop/recording/encoder_trial.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It gives no H.264 parameter sets for the beginning of the file.</source>
        <extracomment>desktop/recording/encoder_trial.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its pictures cannot be read back in their order.</source>
        <extracomment>desktop/recording/encoder_trial.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture {number} is too far from the original ({psnr_db} dB; {LEAST_PSNR_DB} are needed).</source>
        <extracomment>desktop/recording/encoder_trial.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It makes no key frame where one is asked for.</source>
        <extracomment>desktop/recording/encoder_trial.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it wrote cannot be decoded ({error}).</source>
        <extracomment>desktop/recording/encoder_trial.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording could not go on</source>
        <extracomment>desktop/recording/errors.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such source</source>
        <extracomment>desktop/recording/errors.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device is not there</source>
        <extracomment>desktop/recording/errors.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program uses the device</source>
        <extracomment>desktop/recording/errors.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device was lost</source>
        <extracomment>desktop/recording/errors.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture stands still</source>
        <extracomment>desktop/recording/errors.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another device was chosen</source>
        <extracomment>desktop/recording/errors.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source cannot be read</source>
        <extracomment>desktop/recording/errors.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full</source>
        <extracomment>desktop/recording/errors.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not enough space to record</source>
        <extracomment>desktop/recording/errors.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recordings folder cannot be written</source>
        <extracomment>desktop/recording/errors.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encoder stopped</source>
        <extracomment>desktop/recording/errors.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no NVIDIA graphics device.</source>
        <extracomment>desktop/recording/hardware.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no graphics device that could encode.</source>
        <extracomment>desktop/recording/hardware.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no V4L2 device that could encode.</source>
        <extracomment>desktop/recording/hardware.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It gave no answer within {limit_s} s.</source>
        <extracomment>desktop/recording/hardware.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ended the program that tried it (exit code {exitcode}).</source>
        <extracomment>desktop/recording/hardware.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recorder has a fault ({name}: {error}). What was recorded so far is safe; the details are in the log.</source>
        <extracomment>desktop/recording/host.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full ({path}). What was recorded so far is safe. Free some space, then record again.</source>
        <extracomment>desktop/recording/journal_file.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be written ({error}). What was recorded so far is safe. Check the folder&apos;s disk, then record again.</source>
        <extracomment>desktop/recording/journal_file.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no microphone</source>
        <extracomment>desktop/recording/microphone.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file that is read as fast as it decodes leaves no time for sound. Leave out the sound, or let the file run at its own speed.</source>
        <extracomment>desktop/recording/microphone.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no microphone. The recording is made without sound. Plug one in and record again if sound is needed.</source>
        <extracomment>desktop/recording/microphone.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no microphone “{wanted}”; nothing is recorded. There is: {there}.{else}</source>
        <extracomment>desktop/recording/microphone.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphone “{name}” could not be opened ({args}). The recording is made without sound. Close other programs that use it if sound is needed.</source>
        <extracomment>desktop/recording/microphone.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is lost: the preview is slower and sending waits.</source>
        <extracomment>desktop/recording/overload.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is lost: the preview is slower.</source>
        <extracomment>desktop/recording/overload.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory is short. Nothing is lost: sending waits while this is recorded.</source>
        <extracomment>desktop/recording/overload.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recorder has a fault and stopped. What was recorded so far is safe; the details are in the log.</source>
        <extracomment>desktop/recording/parts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no encoder “{encoder}” here. Nothing of this part was recorded.</source>
        <extracomment>desktop/recording/picture_track.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{encoder}” encodes no pictures. Nothing of this part was recorded.</source>
        <extracomment>desktop/recording/picture_track.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera sends the same picture again and again. What was recorded is safe. It is opened anew by itself; if that does not help, unplug it and plug it in again.</source>
        <extracomment>desktop/recording/picture_watch.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture has stood still for half a minute. If this camera looks at people, it hangs: unplug it and plug it in again. What was recorded is safe.</source>
        <extracomment>desktop/recording/picture_watch.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is black. Take off the lens cap, open the camera&apos;s shutter, or switch the light on.</source>
        <extracomment>desktop/recording/picture_watch.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera&apos;s picture changed its size to {width} x {height}. What was recorded so far is safe; the recording goes on as a new part.</source>
        <extracomment>desktop/recording/pictures.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture and sound look good.</source>
        <extracomment>desktop/recording/quality.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No face was seen{unseen}.</source>
        <extracomment>desktop/recording/quality.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture was too dark{dark}.</source>
        <extracomment>desktop/recording/quality.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture was blurred{blurred}.</source>
        <extracomment>desktop/recording/quality.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture stood still{frozen}.</source>
        <extracomment>desktop/recording/quality.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound was silent{silent}.</source>
        <extracomment>desktop/recording/quality.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound was too loud and distorted{clipped}.</source>
        <extracomment>desktop/recording/quality.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording is {duration_s} s long, shorter than {target_s} s.</source>
        <extracomment>desktop/recording/quality.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording is {duration_s} s long, longer than {wanted_s} s.</source>
        <extracomment>desktop/recording/quality.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lost_frames} of {due} pictures were lost.</source>
        <extracomment>desktop/recording/quality.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenCV brings no {CASCADE}</source>
        <extracomment>desktop/recording/quality_picture.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture in the source; nothing is recorded.</source>
        <extracomment>desktop/recording/recorder.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is closing the recording in {path}; nothing is recorded. Start a new recording.</source>
        <extracomment>desktop/recording/recorder.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full, so the recording ended here. Everything recorded until now is safe. Free some space before recording again.</source>
        <extracomment>desktop/recording/segment_store.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recordings folder cannot be written to ({reason}). All closed segments are safe. Check the disk before recording again.</source>
        <extracomment>desktop/recording/segment_store.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We cannot hear anything. Is the microphone switched on?</source>
        <extracomment>desktop/recording/sound_watch.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound is too loud and distorted. Turn the microphone down, or move it away.</source>
        <extracomment>desktop/recording/sound_watch.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We can hardly hear anything. Is this the right microphone, and is it near enough?</source>
        <extracomment>desktop/recording/sound_watch.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} means nothing while {name2}</source>
        <extracomment>desktop/recording/states.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No stream came from {name}; nothing is recorded from it. Check the address and that the camera is switched on.</source>
        <extracomment>desktop/recording/stream.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stream from {name} is closed.</source>
        <extracomment>desktop/recording/stream.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera at {name} sends nothing any more. What was recorded is safe; the recording goes on when it is back, and the gap is noted.</source>
        <extracomment>desktop/recording/stream.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no flash in the picture: its brightness never jumps. Film a screen or a lamp that flashes with every beep.</source>
        <extracomment>desktop/recording/sync.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no beep in the sound. Record one with every flash, louder than what is there all the time.</source>
        <extracomment>desktop/recording/sync.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are flashes ({flashes_s}) and beeps ({beeps_s}), but none within half a period of each other. Flash and beep must belong together.</source>
        <extracomment>desktop/recording/sync.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read as a video ({error}). It is untouched.</source>
        <extracomment>desktop/recording/sync_file.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture in {path}: there is nothing to measure.</source>
        <extracomment>desktop/recording/sync_file.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no sound in {path}: there is nothing to measure. Record with a microphone.</source>
        <extracomment>desktop/recording/sync_file.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scene was read before it was opened: nothing is recorded.</source>
        <extracomment>desktop/recording/test_scene.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read as a video ({why}); nothing was recorded. Choose another file.</source>
        <extracomment>desktop/recording/video_file.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The writer of the recording failed by a fault of its own. All closed segments are safe; the open one is completed when this recording is next opened.</source>
        <extracomment>desktop/recording/writer.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program holds {path}. Nothing was recorded.</source>
        <extracomment>desktop/register.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <extracomment>desktop/rehearsal.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{duration_s} s, {frames} pictures ({duration_s2} a second), {lost_frames} lost.</source>
        <extracomment>desktop/rehearsal.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller picture in the settings.</source>
        <extracomment>desktop/rehearsal.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was no sound to measure.</source>
        <extracomment>desktop/rehearsal.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug in a microphone if sound is needed.</source>
        <extracomment>desktop/rehearsal.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not measured. {error}</source>
        <extracomment>desktop/rehearsal.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a measurement, show the camera a screen that flashes with a beep.</source>
        <extracomment>desktop/rehearsal.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound {mean} ms to the picture, {min} to {max}, in {pairs} flashes.</source>
        <extracomment>desktop/rehearsal.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is more than one picture ({frame_ms} ms): try another microphone.</source>
        <extracomment>desktop/rehearsal.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera sent the same picture again and again and is being opened anew. What was recorded is safe, and the gap is noted.</source>
        <extracomment>desktop/reopening.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source cannot be changed while a recording runs.</source>
        <extracomment>desktop/station.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No source is open; open one first.</source>
        <extracomment>desktop/station.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A video file is recorded from its beginning to its end; nothing was changed. Stop the recording before you choose another source.</source>
        <extracomment>desktop/station.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No source is open; choose a camera first.</source>
        <extracomment>desktop/station.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recorder stopped unexpectedly. What was recorded is safe; another recorder is being started, and the gap is noted.</source>
        <extracomment>desktop/supervision.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program uses the camera now. What was recorded is safe. Close that program: the recording goes on as soon as the camera is free, and the gap is noted.</source>
        <extracomment>desktop/supervision.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recorder did not answer any more. What was recorded is safe; another recorder is being started, and the gap is noted.</source>
        <extracomment>desktop/supervision.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera gives no picture any more. What was recorded is safe; waiting for it to come back, and the gap is noted.</source>
        <extracomment>desktop/supervision.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recorder stopped each time it was started, before the first picture. Nothing was recorded. Choose another camera or microphone, or restart the computer.</source>
        <extracomment>desktop/supervision.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sync mark could not be shown: its screen does not answer. The recording goes on without.</source>
        <extracomment>desktop/sync_mark.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{slope} ± {standard_error} (standard error){fit}</source>
        <extracomment>desktop/sync_text.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} cannot be used ({error}). {safe} Make it writable, or choose another.</source>
        <extracomment>holdfast/command.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The overflow folder {path} cannot be written ({error}). {ONLY_FIRST} Make it writable, or name another in disk.overflow_folder.</source>
        <extracomment>holdfast/overflow.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recordings go to the first disk only, and nothing is lost.</source>
        <extracomment>holdfast/overflow.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {path} is the overflow folder of another Holdfast. {ONLY_FIRST} Name another folder in disk.overflow_folder.</source>
        <extracomment>holdfast/overflow.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The overflow folder {path} is on the first disk, or the disk that belongs there is not connected. {ONLY_FIRST} Connect it, or name a folder on another disk in disk.overflow_folder.</source>
        <extracomment>holdfast/overflow.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk with the overflow folder {path} is not connected. {ONLY_FIRST} Connect it to have its room, too.</source>
        <extracomment>holdfast/overflow.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {path} is the overflow folder of another Holdfast, or another disk of this one. {ONLY_FIRST} Connect the right disk, or name another folder in disk.overflow_folder.</source>
        <extracomment>holdfast/overflow.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {path} does not carry this Holdfast&apos;s mark: the disk that belongs there is not connected. {ONLY_FIRST} Connect it, or name another folder in disk.overflow_folder.</source>
        <extracomment>holdfast/overflow.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another receiver answers at {url} than this computer was enrolled at. Recordings are safe here and nothing is sent. If it is the right one, run holdfast enrol {url2} CODE.</source>
        <extracomment>uploader/acquaintance.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver at {url} has another key than when this computer was enrolled ({key}, not {receiver_key}). Recordings are safe here and nothing is sent. If holdfast admin identity shows the same key there, run holdfast receiver accept {key2}.</source>
        <extracomment>uploader/acquaintance.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording in {path} cannot be read ({error}). Nothing was changed.</source>
        <extracomment>uploader/adopt.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The annotations cannot be read ({error}).</source>
        <extracomment>uploader/annotation_delivery.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The annotations cannot be read now ({error}).</source>
        <extracomment>uploader/annotation_delivery.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The annotations are being changed.</source>
        <extracomment>uploader/annotation_delivery.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The uploader was stopped; the rest is sent at the next start.</source>
        <extracomment>uploader/attempt.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recorded file cannot be read now ({error}).</source>
        <extracomment>uploader/attempt.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came back was not the answer to what was sent.</source>
        <extracomment>uploader/attempt.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver found segment {segment} damaged {MISMATCHES_MOST} times, although it is whole on this computer. It is kept; press Retry once the way to the receiver is repaired.</source>
        <extracomment>uploader/attempt.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver takes files of at most {limit_bytes} MB, and this one has {size_bytes} MB. It is safe here; ask your administrator to allow larger ones.</source>
        <extracomment>uploader/attempt.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Even pieces of {size_bytes} KiB are refused as too large on the way to the receiver. The recording is safe here; ask your administrator to allow larger uploads.</source>
        <extracomment>uploader/attempt.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be known: {reason}.</source>
        <extracomment>uploader/clock_offset.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver cannot confirm what it holds; it is too old for that. Nothing was deleted; ask your administrator to update it.</source>
        <extracomment>uploader/confirm.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver&apos;s confirmation is not signed with the key that this computer knows. Nothing was deleted; ask your administrator.</source>
        <extracomment>uploader/confirm.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver&apos;s confirmation answers another question. Nothing was deleted; ask your administrator.</source>
        <extracomment>uploader/confirm.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{error} Nothing was deleted.</source>
        <extracomment>uploader/confirm.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver does not hold this recording any more. Its copy here stays, and is sent again.</source>
        <extracomment>uploader/confirm.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was withdrawn at the receiver. Nothing was deleted here.</source>
        <extracomment>uploader/confirm.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} Nothing was deleted.</source>
        <extracomment>uploader/confirm.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver&apos;s manifest of this recording is gone or another one. Nothing was deleted here; ask your administrator to look at the receiver&apos;s disk.</source>
        <extracomment>uploader/confirm.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver&apos;s copy of segment {wrong} is gone or damaged. Nothing was deleted here; ask your administrator to look at the receiver&apos;s disk.</source>
        <extracomment>uploader/confirm.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recorded file was changed after it was recorded ({name}). It is kept, and nothing was deleted.</source>
        <extracomment>uploader/confirm.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no session {session} on the disks that are connected. Nothing was changed; holdfast queue list --json shows the ids.</source>
        <extracomment>uploader/consenting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read ({error}). Nothing was changed.</source>
        <extracomment>uploader/consenting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another consent stands in this session already, and stays. Nothing was changed.</source>
        <extracomment>uploader/consenting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Holdfast program has the queue open. Recordings are safe; close the other program and try again.</source>
        <extracomment>uploader/database.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Holdfast program has been opening the queue for too long. Recordings are safe; try again.</source>
        <extracomment>uploader/database.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queue database does not accept {name}={value} (it has {actual}). Recordings are safe, but nothing can be sent from this disk.</source>
        <extracomment>uploader/database.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not Holdfast&apos;s queue but another program&apos;s database. Recordings are safe; move that file away and try again.</source>
        <extracomment>uploader/database.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queue was written by a newer Holdfast (version {version}, this one reads up to {newest}) and was not touched. Recordings are safe; update Holdfast, or build the queue anew from them: holdfast queue rebuild.</source>
        <extracomment>uploader/database.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queue database is damaged ({found}).</source>
        <extracomment>uploader/database.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queue database is damaged ({error}).</source>
        <extracomment>uploader/database.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another process holds the queue database ({error}).</source>
        <extracomment>uploader/database.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full; the queue was not changed ({error}). Recordings are safe; free some space.</source>
        <extracomment>uploader/database.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queue database failed ({error}).</source>
        <extracomment>uploader/database.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver has the whole recording already, so it cannot be discarded here. Nothing was changed; ask your administrator to withdraw it.</source>
        <extracomment>uploader/decision_rows.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording is being finished at the receiver this moment. Nothing was changed; try again in a few seconds.</source>
        <extracomment>uploader/decision_rows.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording was withdrawn or discarded before. Nothing was changed.</source>
        <extracomment>uploader/decision_rows.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queue has no recording {recording}.</source>
        <extracomment>uploader/decision_rows.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording is still being recorded or looked at. Nothing was changed; end that first.</source>
        <extracomment>uploader/decisions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was discarded, and its files here are deleted.</source>
        <extracomment>uploader/decisions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was discarded. Nothing of it is left, here or at the receiver.</source>
        <extracomment>uploader/discards.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was discarded here, but the receiver had it whole before and keeps it. Ask your administrator to withdraw it there, then press Retry.</source>
        <extracomment>uploader/discards.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{error} Nothing was changed; check {url}.</source>
        <extracomment>uploader/enrol.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver at {url} answered something else than an enrolment ({error}).</source>
        <extracomment>uploader/enrol.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What answers at {url} has the key {told}, and the invitation is from a receiver with the key {key}. Nothing was changed here; ask whoever gave it to you.</source>
        <extracomment>uploader/enrol.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{url} is not the address of a receiver. Nothing was changed; an address looks like https://receiver.example.org.</source>
        <extracomment>uploader/enrol.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What answers at {url} is not a Holdfast receiver (status {status}). Nothing was changed; check the address.</source>
        <extracomment>uploader/enrol.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It answered {status}.</source>
        <extracomment>uploader/enrol.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver did not enrol this computer, and nothing was changed here. {detail}</source>
        <extracomment>uploader/enrol.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver&apos;s certificate is not valid yet by this computer&apos;s clock. Check the date and time of this computer.</source>
        <extracomment>uploader/faults.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver&apos;s certificate has expired by this computer&apos;s clock. Check the date and time of this computer; if they are right, the receiver needs a new certificate.</source>
        <extracomment>uploader/faults.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What answers in the receiver&apos;s place cannot be trusted ({why}). It may be the login page of a network, or a proxy; nothing is sent to it.</source>
        <extracomment>uploader/faults.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the receiver broke.</source>
        <extracomment>uploader/faults.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver&apos;s address begins with https, but what answers there does not encrypt.</source>
        <extracomment>uploader/faults.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No encrypted connection to the receiver can be made ({cause}). Ask whoever looks after it.</source>
        <extracomment>uploader/faults.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver&apos;s name cannot be looked up.</source>
        <extracomment>uploader/faults.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no way to the receiver&apos;s network.</source>
        <extracomment>uploader/faults.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A firewall on this computer forbids the connection to the receiver.</source>
        <extracomment>uploader/faults.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver does not answer.</source>
        <extracomment>uploader/faults.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy that this computer is to use does not let the connection through.</source>
        <extracomment>uploader/faults.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver&apos;s address is not one; enrol this computer again.</source>
        <extracomment>uploader/faults.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with the certificates that this computer trusts is not there; check uploader.ca_file in the settings.</source>
        <extracomment>uploader/faults.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recorded file was changed after it was recorded ({name}). It is kept and not sent. Put the original back and press Retry; if there is none, holdfast queue give-up sends the rest without it.</source>
        <extracomment>uploader/file_faults.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recorded file is gone from this computer ({name}). Put it back and press Retry; if it is gone for good, holdfast queue give-up sends the rest without it.</source>
        <extracomment>uploader/file_faults.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy here was deleted {when}after the receiver confirmed that it held it, and now it does not. Have the receiver restored from its backup, then press Retry.</source>
        <extracomment>uploader/file_faults.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its sidecar was changed after it was recorded; it was put aside.</source>
        <extracomment>uploader/file_faults.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something between here and the receiver answers in its place, perhaps the login page of a network (status {status}). Open a web page on this computer and log in.</source>
        <extracomment>uploader/foreign.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something between here and the receiver, perhaps a firewall, refuses what is sent (status {status}). Ask whoever looks after the network.</source>
        <extracomment>uploader/foreign.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy of this network asks for a name and a password. Ask whoever looks after it.</source>
        <extracomment>uploader/foreign.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A proxy between here and the receiver refuses uploads of this size.</source>
        <extracomment>uploader/foreign.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A proxy between here and the receiver asks to send less often.</source>
        <extracomment>uploader/foreign.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver does not answer (a proxy reports {status}).</source>
        <extracomment>uploader/foreign.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something between here and the receiver answers in its place (status {status}); check the receiver&apos;s address.</source>
        <extracomment>uploader/foreign.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is in use just now. Nothing was deleted; try again later.</source>
        <extracomment>uploader/freeing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its files cannot be read or written now ({said}).</source>
        <extracomment>uploader/freeing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no receipt here of the receiver that this computer sends to. Nothing was deleted.</source>
        <extracomment>uploader/freeing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeing was stopped; what was not deleted yet stays.</source>
        <extracomment>uploader/freeing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver keeps its copy on a disk of this same computer that may be the very same disk. The copy here is the second one; nothing was deleted.</source>
        <extracomment>uploader/freeing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver&apos;s confirmation has no time that can be read.</source>
        <extracomment>uploader/freeing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its receipt is not {days} days old yet; {left} to go.</source>
        <extracomment>uploader/freeing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recorded file is gone from this computer ({name}), and not by freeing. Nothing was deleted; holdfast queue verify says more.</source>
        <extracomment>uploader/freeing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no receipt here of the receiver that this computer sends to now.</source>
        <extracomment>uploader/freeing_plan.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its copy here was deleted before; the receiver has it.</source>
        <extracomment>uploader/freeing_plan.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk with this recording is not connected.</source>
        <extracomment>uploader/freeing_plan.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver has not confirmed all of it yet, so the copy here stays.</source>
        <extracomment>uploader/freeing_plan.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its session is still being recorded.</source>
        <extracomment>uploader/freeing_plan.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its files cannot be read now ({error}).</source>
        <extracomment>uploader/freeing_plan.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete these copies on this computer?</source>
        <extracomment>uploader/freeing_texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this segment up?</source>
        <extracomment>uploader/freeing_texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The segment is given up; the rest of the recording is sent without it.</source>
        <extracomment>uploader/freeing_texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be freed now.</source>
        <extracomment>uploader/freeing_texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before each one goes, the receiver is asked to read its own copy again; what it does not confirm stays. Manifests, sidecars and receipts stay in any case.</source>
        <extracomment>uploader/freeing_texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{candidates}, {size_bytes} to free here.</source>
        <extracomment>uploader/freeing_texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{MOST_KEPT} more stay; --json lists all.</source>
        <extracomment>uploader/freeing_texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{total} {stay} had to stay.</source>
        <extracomment>uploader/freeing_texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segment {segment} of {name}, {duration_s} s from {start_s} s on, {what}, and the receiver does not have it. Given up, those seconds are missing for good; everything else of the recording is sent.</source>
        <extracomment>uploader/freeing_texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today&apos;s data are used up.</source>
        <extracomment>uploader/gate.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{STAYS}: nothing of this recording has to be sent any more.</source>
        <extracomment>uploader/giving_up.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{STAYS}: the disk with this recording is not connected.</source>
        <extracomment>uploader/giving_up.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{STAYS}: this recording has no segment {segment}.</source>
        <extracomment>uploader/giving_up.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{STAYS}: segment {segment} was given up before ({lost}).</source>
        <extracomment>uploader/giving_up.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{STAYS}: segment {segment} is whole on this computer.</source>
        <extracomment>uploader/giving_up.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{STAYS}: the receiver has segment {segment} whole. Press Retry, and it is not asked for again.</source>
        <extracomment>uploader/giving_up.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its answer makes no sense.</source>
        <extracomment>uploader/giving_up.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{STAYS}, because the receiver cannot be asked whether it has the segment. {why}</source>
        <extracomment>uploader/giving_up.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{STAYS}: the recording is in use just now. Try again later.</source>
        <extracomment>uploader/giving_up.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{STAYS}: the recording has not ended yet.</source>
        <extracomment>uploader/giving_up.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver does not have it any more; it is sent again.</source>
        <extracomment>uploader/holding_rows.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver does not have it any more, and the copies here were deleted after it had confirmed them. Ask your administrator for a newer backup of the receiver, then press Retry.</source>
        <extracomment>uploader/holding_rows.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is at the receiver that this computer sent to before. holdfast receiver send-again sends it to the present one too.</source>
        <extracomment>uploader/holding_rows.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is sent to the present receiver too.</source>
        <extracomment>uploader/holding_rows.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device&apos;s key in {path} cannot be read. Recordings are safe; restore that file from a backup, or move it away to become a new device.</source>
        <extracomment>uploader/identity.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device&apos;s key in this computer&apos;s keyring cannot be read. Recordings are safe; unlock the keyring and try again.</source>
        <extracomment>uploader/identity.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device&apos;s key cannot be stored in this computer&apos;s keyring. Unlock the keyring and try again.</source>
        <extracomment>uploader/identity.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device&apos;s key is damaged. Recordings are safe; restore it from a backup.</source>
        <extracomment>uploader/identity.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device&apos;s id is damaged; restore it from a backup.</source>
        <extracomment>uploader/identity.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver&apos;s answer makes no sense; it is asked again.</source>
        <extracomment>uploader/journey.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receipt cannot be stored on this computer now ({error}).</source>
        <extracomment>uploader/journey.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came back was not the receiver&apos;s receipt for this recording; it is asked for again.</source>
        <extracomment>uploader/journey.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be read now ({error}).</source>
        <extracomment>uploader/journey.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note whether this recording is kept is damaged. It is safe here, not sent.</source>
        <extracomment>uploader/journey.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver does not have all of it any more; it is sent again.</source>
        <extracomment>uploader/journey.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received and verified, but it cannot be played: {reason}</source>
        <extracomment>uploader/journey.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received and verified. The receiver is still preparing the video{said}.</source>
        <extracomment>uploader/journey.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it back and press Retry.</source>
        <extracomment>uploader/journey.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No recording&apos;s id begins with {prefix}. Nothing was changed; holdfast queue list shows the ids.</source>
        <extracomment>uploader/opened.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} recordings&apos; ids begin with {prefix}. Nothing was changed; give more of the id.</source>
        <extracomment>uploader/opened.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was withdrawn. The copies on this computer are deleted.</source>
        <extracomment>uploader/order_delivery.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending is paused until somebody resumes it. Recordings are safe on this computer.</source>
        <extracomment>uploader/pauses.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending is paused until {ends}. Recordings are safe on this computer.</source>
        <extracomment>uploader/pauses.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk with this recording{where} is not connected. Nothing is lost; connect it.</source>
        <extracomment>uploader/places.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver speaks protocol version {theirs} and this computer version {VERSION}. Recordings are safe; update {side}.</source>
        <extracomment>uploader/policy.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver answered {status}</source>
        <extracomment>uploader/policy.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver&apos;s disk is full.</source>
        <extracomment>uploader/policy.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver had a problem ({status}).</source>
        <extracomment>uploader/policy.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was withdrawn at the receiver and is not sent any more; the files on this computer are untouched.</source>
        <extracomment>uploader/policy.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holdfast itself failed while it sent this ({name}). It is safe on this computer and is tried again; the log says more.</source>
        <extracomment>uploader/policy.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preview is no whole JPEG.</source>
        <extracomment>uploader/preview_delivery.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preview cannot be read ({strerror}).</source>
        <extracomment>uploader/preview_delivery.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segment {segment} of {recording} is queued with another size or hash than the files say. Both are kept; run holdfast queue rebuild.</source>
        <extracomment>uploader/queue.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver&apos;s receipt was not accepted: {what}. The recording is safe on this computer; ask your administrator, then press Retry.</source>
        <extracomment>uploader/receipts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending waits for another network: {connection} is not to be used. Recordings are safe on this computer.</source>
        <extracomment>uploader/rules.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending waits for another network: this one is metered. Recordings are safe on this computer.</source>
        <extracomment>uploader/rules.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending waits until the recording has ended.</source>
        <extracomment>uploader/rules.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet hours until {said}. Recordings are safe on this computer.</source>
        <extracomment>uploader/rules.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today&apos;s {budget} are used up; sending goes on after midnight. Recordings are safe on this computer.</source>
        <extracomment>uploader/rules.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver has a new key, and its former one vouches for it. Nothing needs to be done; sending goes on with the new one.</source>
        <extracomment>uploader/succession.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its receipt cannot be read: {error}.</source>
        <extracomment>uploader/suitcase_receipts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recordings are safe on this computer.</source>
        <extracomment>desktop/ui/texts.py, SAFE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer is not enrolled at a receiver yet, so nobody could open its suitcase or sign for it. {UNTOUCHED} Run holdfast enrol URL CODE first.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Holdfast program on this computer is packing or unpacking a suitcase. {UNTOUCHED} Wait for it to end, then try again.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is still being recorded; pack again when it has ended.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It waits for Keep or Redo; pack again when that is decided.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk with this recording is not connected; connect it and pack again.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was no room left for all of it; pack the rest on another disk, or again.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver has not answered yet; its admin runs holdfast admin import.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being sent over the network at this moment; its receipt comes that way, or with the next holdfast queue import.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not on this computer any more.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder {disk}. {UNTOUCHED} Connect the disk, or name another folder.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk at {disk} cannot be used ({error}). {UNTOUCHED} Whole files that were copied stay good; connect it again and run the same command, which goes on there.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk at {disk} is full. {UNTOUCHED} Make room on it, or take another.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of it cannot be read ({what}); holdfast queue verify says more.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recorded file was changed after it was recorded ({name}) and is not packed.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no suitcase in {disk}. Nothing was changed; name the folder that holdfast queue export was given.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The suitcases in {disk} are other computers&apos;. Nothing was changed; run this on the computer that packed them.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The suitcase {folder} cannot be read: its suitcase.json is damaged or missing. {UNTOUCHED} Pack again with holdfast queue export.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The suitcase {suitcase} was packed for another receiver than the one that this computer sends to now. {UNTOUCHED} Pack a new one with holdfast queue export.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its content is encrypted for that receiver; nobody else can read it.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its content is not encrypted. Please do not look at it: it shows people.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits to be sent; the suitcase stays empty.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unmount the disk, take it to the receiver and run holdfast admin import there. The recordings stay here until their receipts are back.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken out, it is not kept any more: {each}</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention: {each}: {why}</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{verified} verified now, {already} were before.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No receipt yet: {each}: {why}</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{recording} deleted from the disk; they are at the receiver and, unless freed, on this computer.</source>
        <extracomment>uploader/suitcase_texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was recorded is untouched.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queue database was damaged; it was put aside in {folder} and built anew from the recordings. Nothing was lost and nothing is sent twice.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending waits: the computer is busy recording.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holdfast or this computer stopped without warning while it recorded. What was recorded until then is safe and will be sent.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer is enrolled at {url}. Recordings will be sent there.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said} {recording} of before stay at the former receiver; holdfast receiver send-again sends them to this one too.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording {id} is kept and will be sent.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording {id} is discarded and not sent any further. It is deleted{at}, here and at the receiver; until then holdfast queue keep {id2} undoes that.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{recording} still to be sent; safe on this computer. {why}</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No recordings yet.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is in the queue already, as {recording}: {where}. Nothing was added.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {recording}, {size_bytes} MB, {value}. The file itself stays as it is.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received, verified and playable; the copy here was deleted to free space.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received, verified and playable; there is nothing left to do.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is in the way; it is being sent.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No wait goes on; what waits is tried now, by whatever program sends.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing had failed.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{recording} will be tried again.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending goes on.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending was not paused.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queue was built anew from {recording} on disk.{where}</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed after it was recorded: {each}</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No receipt yet: {each}</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked, its disk is not connected: {each}</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recording of the same session before this one is gone: {each}</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{freed} deleted here, and proven by their receipts.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver read {recording} of its own again.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not confirmed by the receiver: {id}: {why}</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is here unchanged, and the receiver has all of it.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything else is here unchanged, and the receiver has all of it.</source>
        <extracomment>uploader/texts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver still misses parts of it.</source>
        <extracomment>uploader/together.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not {what}: it is not in the state, or under the claim, expected.</source>
        <extracomment>uploader/transitions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recorded file became shorter while it was sent.</source>
        <extracomment>uploader/transport.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver&apos;s answer arrived damaged.</source>
        <extracomment>uploader/transport.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer is not enrolled at a receiver yet. Recordings are safe here; run holdfast enrol URL CODE.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer is not allowed to upload any more. Recordings are safe here. Ask your administrator for a new enrolment code.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for Keep or Redo. What was recorded is safe here; the receiver counts it once it is kept.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for somebody to keep or discard it. Until then it is safe here, and nothing of it leaves this computer.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is still being recorded. Nothing of it leaves this computer before somebody keeps it.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was discarded, and its files here are deleted. The receiver is told as soon as it can be reached.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy was packed into a suitcase on {at}; its receipt comes back with it.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is still being recorded.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for its turn: {sent} of {all_of_them} segments are sent.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It waits for the participant&apos;s consent and does not leave this computer before. It is safe here; holdfast queue consent writes it down.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study takes nothing before the participant&apos;s consent is there. It is safe here, and sent after holdfast queue consent.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was discarded and is deleted {at}, here and at the receiver, unless you keep it.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline since {astimezone}. Recordings are safe on this computer and will be sent when the network is back.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something needs attention; holdfast queue why ID says what.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next try in {hours}:{minutes}:{seconds}.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next try in {minutes}:{seconds}.</source>
        <extracomment>uploader/why.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was withdrawn. The copies here are deleted, and those at the receiver.</source>
        <extracomment>uploader/withdrawal_rows.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of sending hung or died and was begun anew. Nothing is lost.</source>
        <extracomment>uploader/worker.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than 1&#xa0;min</source>
        <extracomment>desktop/ui/amounts_texts.py, LESS_THAN_A_MINUTE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes}&#xa0;min</source>
        <extracomment>desktop/ui/amounts_texts.py, MINUTES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours}&#xa0;h</source>
        <extracomment>desktop/ui/amounts_texts.py, HOURS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours}&#xa0;h {minutes}&#xa0;min</source>
        <extracomment>desktop/ui/amounts_texts.py, HOURS_AND_MINUTES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} recording</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} recordings</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} file</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} files</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} segment</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} segments</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} minute</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} hours</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} day</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} days</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {seconds} s left</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {minutes} min left</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {hours} h left</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {hours} h {minutes} min left</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {days} days left</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{speed}/s, {left}</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than 1 min</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> all the time</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> for {share} % of the time</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> at {time}</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on {date} </source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} recording recovered, {length}</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} recordings recovered, {length}</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>soon</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after {time}</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holdfast</source>
        <extracomment>desktop/ui/texts.py, APP</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <extracomment>desktop/ui/texts.py, RECORD</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop recording</source>
        <extracomment>desktop/ui/texts.py, STOP</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting…</source>
        <extracomment>desktop/ui/texts.py, BEGINNING</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <extracomment>desktop/ui/texts.py, STOPPING</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <extracomment>desktop/ui/texts.py, RECORD_MNEMONIC</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop recording</source>
        <extracomment>desktop/ui/texts.py, STOP_MNEMONIC</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start recording (F9)</source>
        <extracomment>desktop/ui/texts.py, RECORD_HINT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and keep the recording (F9)</source>
        <extracomment>desktop/ui/texts.py, STOP_HINT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mark</source>
        <extracomment>desktop/ui/texts.py, MARK_MNEMONIC</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark</source>
        <extracomment>desktop/ui/texts.py, MARK</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note this moment in the recording (M)</source>
        <extracomment>desktop/ui/texts.py, MARK_HINT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <extracomment>desktop/ui/texts.py, PAUSE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <extracomment>desktop/ui/texts.py, PAUSE_MNEMONIC</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record nothing for a while; the recording&apos;s clock goes on (P)</source>
        <extracomment>desktop/ui/texts.py, PAUSE_HINT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume recording</source>
        <extracomment>desktop/ui/texts.py, RESUME</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resu&amp;me recording</source>
        <extracomment>desktop/ui/texts.py, RESUME_MNEMONIC</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on recording (P)</source>
        <extracomment>desktop/ui/texts.py, RESUME_HINT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop and keep</source>
        <extracomment>desktop/ui/texts.py, STOP_ALARM_MNEMONIC</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hide and go on</source>
        <extracomment>desktop/ui/texts.py, HIDE_ALARM_MNEMONIC</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide this and go on recording</source>
        <extracomment>desktop/ui/texts.py, HIDE_ALARM</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The alarm is silent from now on; a line above the picture stays</source>
        <extracomment>desktop/ui/texts.py, HIDE_ALARM_HINT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is being written to the disk</source>
        <extracomment>desktop/ui/texts.py, NOT_GROWING_TITLE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alarm &amp;off</source>
        <extracomment>desktop/ui/texts.py, ALARM_OFF</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sto&amp;p and keep</source>
        <extracomment>desktop/ui/texts.py, STOP_PAUSED_MNEMONIC</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording is paused</source>
        <extracomment>desktop/ui/texts.py, PAUSED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PAUSED</source>
        <extracomment>desktop/ui/texts.py, PAUSED_WORD</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is being recorded. Everything recorded so far is saved.</source>
        <extracomment>desktop/ui/texts.py, PAUSED_SENTENCE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <extracomment>desktop/ui/texts.py, MENU</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live picture</source>
        <extracomment>desktop/ui/texts.py, PREVIEW</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Microphone level</source>
        <extracomment>desktop/ui/texts.py, METER</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next recording</source>
        <extracomment>desktop/ui/texts.py, NEXT_RECORDING</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This recording</source>
        <extracomment>desktop/ui/texts.py, THIS_RECORDING</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Participant</source>
        <extracomment>desktop/ui/texts.py, PARTICIPANT_MNEMONIC</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Participant</source>
        <extracomment>desktop/ui/texts.py, PARTICIPANT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new id is made</source>
        <extracomment>desktop/ui/texts.py, PARTICIPANT_EMPTY</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pr&amp;ompt</source>
        <extracomment>desktop/ui/texts.py, PROMPT_MNEMONIC</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <extracomment>desktop/ui/texts.py, PROMPT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free recording</source>
        <extracomment>desktop/ui/texts.py, PROMPT_EMPTY</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera</source>
        <extracomment>desktop/ui/texts.py, CAMERA</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Microphone</source>
        <extracomment>desktop/ui/texts.py, MICROPHONE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space left</source>
        <extracomment>desktop/ui/texts.py, SPACE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the disk in use</source>
        <extracomment>desktop/ui/texts.py, SPACE_BAR</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To send</source>
        <extracomment>desktop/ui/texts.py, TO_SEND</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try now</source>
        <extracomment>desktop/ui/texts.py, TRY_NOW_MNEMONIC</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <extracomment>desktop/ui/texts.py, TRY_NOW</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try to send now instead of waiting</source>
        <extracomment>desktop/ui/texts.py, TRY_NOW_HINT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a&amp;gain</source>
        <extracomment>desktop/ui/texts.py, TRY_AGAIN_MNEMONIC</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>desktop/ui/texts.py, TRY_AGAIN</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retr&amp;y</source>
        <extracomment>desktop/ui/texts.py, RETRY_MNEMONIC</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recordings</source>
        <extracomment>desktop/ui/texts.py, RECORDINGS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open recordings folder</source>
        <extracomment>desktop/ui/texts.py, OPEN_FOLDER</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Holdfast</source>
        <extracomment>desktop/ui/texts.py, OPEN_WINDOW</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <extracomment>desktop/ui/texts.py, QUIT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Holdfast</source>
        <extracomment>desktop/ui/texts.py, ABOUT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holdfast {version}</source>
        <extracomment>desktop/ui/texts.py, ABOUT_TITLE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records people on camera and gets the recordings home.

The source is under the MIT licence. PyAV contains x264: a bundle that contains them is distributed under GPL-3.0-or-later. Qt for Python is used under LGPL-3.0, the typeface Inter under the SIL Open Font License 1.1.</source>
        <extracomment>desktop/ui/texts.py, ABOUT_MORE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REC</source>
        <extracomment>desktop/ui/texts.py, RECORDING_BADGE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WAITING</source>
        <extracomment>desktop/ui/texts.py, WAITING_BADGE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording</source>
        <extracomment>desktop/ui/texts.py, COLUMNS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <extracomment>desktop/ui/texts.py, COLUMNS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <extracomment>desktop/ui/texts.py, COLUMNS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <extracomment>desktop/ui/texts.py, COLUMNS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <extracomment>desktop/ui/texts.py, COLUMNS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified</source>
        <extracomment>desktop/ui/texts.py, COLUMNS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playable</source>
        <extracomment>desktop/ui/texts.py, COLUMNS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is going on</source>
        <extracomment>desktop/ui/texts.py, COLUMNS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the camera…</source>
        <extracomment>desktop/ui/texts.py, OPENING_TITLE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This takes a few seconds.</source>
        <extracomment>desktop/ui/texts.py, OPENING_SENTENCE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the picture</source>
        <extracomment>desktop/ui/texts.py, WAITING_TITLE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything recorded so far is saved. Recording goes on by itself.</source>
        <extracomment>desktop/ui/texts.py, WAITING_SENTENCE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture</source>
        <extracomment>desktop/ui/texts.py, NO_CAMERA_TITLE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the device, then press Try again.</source>
        <extracomment>desktop/ui/texts.py, NO_CAMERA_NEXT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No recordings yet</source>
        <extracomment>desktop/ui/texts.py, NO_RECORDINGS_TITLE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Record or F9. Every recording appears here and shows how far it has got.</source>
        <extracomment>desktop/ui/texts.py, NO_RECORDINGS_SENTENCE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for recordings…</source>
        <extracomment>desktop/ui/texts.py, READING_TITLE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <extracomment>desktop/ui/texts.py, YES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet</source>
        <extracomment>desktop/ui/texts.py, NOT_YET</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving</source>
        <extracomment>desktop/ui/texts.py, SAVING</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freed</source>
        <extracomment>desktop/ui/texts.py, FREED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <extracomment>desktop/ui/texts.py, WAITING</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <extracomment>desktop/ui/texts.py, STOPPED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe at the receiver.</source>
        <extracomment>desktop/ui/texts.py, AT_HOME</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe at the receiver; deleted here to free space.</source>
        <extracomment>desktop/ui/texts.py, FREED_HERE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received and verified. The receiver is preparing the video.</source>
        <extracomment>desktop/ui/texts.py, PREPARING</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending.</source>
        <extracomment>desktop/ui/texts.py, SENDING</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to send</source>
        <extracomment>desktop/ui/texts.py, PILL_EMPTY</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All recordings verified</source>
        <extracomment>desktop/ui/texts.py, PILL_VERIFIED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending as it records</source>
        <extracomment>desktop/ui/texts.py, PILL_LIVE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <extracomment>desktop/ui/texts.py, PILL_OFFLINE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receiver does not answer</source>
        <extracomment>desktop/ui/texts.py, PILL_UNREACHABLE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending paused</source>
        <extracomment>desktop/ui/texts.py, PILL_PAUSED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <extracomment>desktop/ui/texts.py, INTERNAL_TITLE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your recordings are safe. Details are in the log; if the window behaves oddly, close it and open it again.</source>
        <extracomment>desktop/ui/texts.py, INTERNAL_SENTENCE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is sent: the disk is full.</source>
        <extracomment>desktop/ui/texts.py, QUEUE_FULL_TITLE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The closing sync mark is shown.</source>
        <extracomment>desktop/ui/texts.py, SYNC_CLOSING_TITLE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording stops by itself in a moment. Stop again stops it at once.</source>
        <extracomment>desktop/ui/texts.py, SYNC_CLOSING</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sync mark is not complete.</source>
        <extracomment>desktop/ui/texts.py, SYNC_TROUBLE_TITLE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording is waiting for its source.</source>
        <extracomment>desktop/ui/texts.py, PART_LOST_TITLE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording did not start.</source>
        <extracomment>desktop/ui/texts.py, REFUSED_TITLE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no sound.</source>
        <extracomment>desktop/ui/texts.py, NO_SOUND_TITLE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer is at its limit.</source>
        <extracomment>desktop/ui/texts.py, OVERLOAD_TITLE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look after the sound.</source>
        <extracomment>desktop/ui/texts.py, SOUND_ALARM_TITLE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphone stopped.</source>
        <extracomment>desktop/ui/texts.py, SOUND_LOST_TITLE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An alarm sounds.</source>
        <extracomment>desktop/ui/texts.py, CALLING_TITLE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something needs you. What was recorded is safe.</source>
        <extracomment>desktop/ui/texts.py, CALLING</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look after the picture.</source>
        <extracomment>desktop/ui/texts.py, PICTURE_ALARM_TITLE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture stands still.</source>
        <extracomment>desktop/ui/texts.py, PICTURE_FROZEN_TITLE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is black.</source>
        <extracomment>desktop/ui/texts.py, PICTURE_BLACK_TITLE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is this the right camera?</source>
        <extracomment>desktop/ui/texts.py, DEVICE_CHANGED_TITLES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is this the right microphone?</source>
        <extracomment>desktop/ui/texts.py, DEVICE_CHANGED_TITLES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at this recording before the participant leaves.</source>
        <extracomment>desktop/ui/texts.py, FINDINGS_TITLE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording is kept; record again if it matters.</source>
        <extracomment>desktop/ui/texts.py, FINDINGS_SAFE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording saved.</source>
        <extracomment>desktop/ui/texts.py, CHECKED_TITLE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holdfast could not get ready.</source>
        <extracomment>desktop/ui/texts.py, START_FAILED_TITLE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of recordings cannot be read at the moment.</source>
        <extracomment>desktop/ui/texts.py, QUEUE_FAILED_TITLE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That did not work.</source>
        <extracomment>desktop/ui/texts.py, COMMAND_FAILED_TITLE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recording is running. Stop it, keep it and quit?</source>
        <extracomment>desktop/ui/texts.py, QUIT_WHILE_RECORDING</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything recorded so far is safe. What waits to be sent goes on at the next start.</source>
        <extracomment>desktop/ui/texts.py, QUIT_WHILE_RECORDING_MORE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep recording</source>
        <extracomment>desktop/ui/texts.py, KEEP_RECORDING</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop and quit</source>
        <extracomment>desktop/ui/texts.py, STOP_AND_QUIT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <extracomment>desktop/ui/texts.py, KEEP</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <extracomment>desktop/ui/texts.py, KEEP_MNEMONIC</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep after all</source>
        <extracomment>desktop/ui/texts.py, KEEP_AFTER_ALL_MNEMONIC</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <extracomment>desktop/ui/texts.py, DISCARD</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <extracomment>desktop/ui/texts.py, DISCARD_MNEMONIC</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete it here and at the receiver; that can be undone for ten minutes</source>
        <extracomment>desktop/ui/texts.py, DISCARD_HINT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{decision} %n more recording waits.|{decision} %n more recordings wait.</source>
        <extracomment>desktop/ui/texts.py, TO_DECIDE_AND_MORE</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Holdfast is open already, but its window does not answer. {safe} Close it, or end its process, and try again.</source>
        <extracomment>desktop/ui/texts.py, RUNNING_BUT_SILENT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n recording|%n recordings</source>
        <extracomment>desktop/ui/texts.py, N_RECORDINGS</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Take {take}</source>
        <extracomment>desktop/ui/texts.py, TAKE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{fps} fps · {lost} lost</source>
        <extracomment>desktop/ui/texts.py, NUMBERS_LINE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark {number}</source>
        <extracomment>desktop/ui/facts_texts.py, FACTS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} at {length}</source>
        <extracomment>desktop/ui/texts.py, MARK_SET</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {width} × {height} at {fps}</source>
        <extracomment>desktop/ui/texts.py, CAMERA_LINE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live picture of {camera}</source>
        <extracomment>desktop/ui/texts.py, PREVIEW_OF</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{camera} is not recording.</source>
        <extracomment>desktop/ui/texts.py, BESIDE_PROBLEM_TITLE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built-in test scene</source>
        <extracomment>desktop/ui/texts.py, TEST_SCENE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built-in test scene, live</source>
        <extracomment>desktop/ui/texts.py, LIVE_TEST_SCENE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera {number}</source>
        <extracomment>desktop/ui/texts.py, CAMERA_NUMBER</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: picture only</source>
        <extracomment>desktop/ui/texts.py, NO_MICROPHONE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not open yet</source>
        <extracomment>desktop/ui/texts.py, MICROPHONE_NOT_OPEN</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No microphone</source>
        <extracomment>desktop/ui/texts.py, METER_NO_MICROPHONE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free of {total}. Hours appear once the camera is open.</source>
        <extracomment>desktop/ui/texts.py, FREE_OF</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{free} free, at this recording&apos;s {rate}/s</source>
        <extracomment>desktop/ui/texts.py, FREE_AT_RATE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{free} free, at the last recordings&apos; {rate}/s</source>
        <extracomment>desktop/ui/texts.py, FREE_AT_RATE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{free} free, at an assumed {rate}/s</source>
        <extracomment>desktop/ui/texts.py, FREE_AT_RATE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recordings {ours}, other files {others}</source>
        <extracomment>desktop/ui/texts.py, TAKEN_BY</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overflow folder: {free} free</source>
        <extracomment>desktop/ui/texts.py, OVERFLOW_FREE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided by the environment: {variable}.</source>
        <extracomment>desktop/ui/texts.py, FIXED_BY</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the disk with the overflow folder</source>
        <extracomment>desktop/ui/texts.py, SPACE_OF_OVERFLOW</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is nearly full.</source>
        <extracomment>desktop/ui/texts.py, SPACE_LOW_TITLE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording ended because the disk is nearly full.</source>
        <extracomment>desktop/ui/texts.py, ENDED_FOR_SPACE_TITLE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording in the overflow folder.</source>
        <extracomment>desktop/ui/texts.py, IN_OVERFLOW_TITLE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OK</source>
        <extracomment>desktop/ui/texts.py, DISMISS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <extracomment>desktop/ui/texts.py, SPACE_UNKNOWN</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk does not say how much is free.</source>
        <extracomment>desktop/ui/texts.py, SPACE_UNKNOWN_SENTENCE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <extracomment>desktop/ui/texts.py, NOTHING_TO_SEND</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recordings are sent by themselves as soon as they are made.</source>
        <extracomment>desktop/ui/texts.py, SENT_BY_THEMSELVES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The recording is verified at the receiver.|All %n recordings are verified at the receiver.</source>
        <extracomment>desktop/ui/texts.py, ALL_VERIFIED</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Sending goes on by itself.</source>
        <extracomment>desktop/ui/texts.py, SENDING_BY_ITSELF</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent while it is recorded. All segments so far have arrived.</source>
        <extracomment>desktop/ui/texts.py, SENT_WHILE_RECORDED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent while it is recorded. {left} on the way.</source>
        <extracomment>desktop/ui/texts.py, SENT_WHILE_RECORDED_LEFT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n waiting|%n waiting</source>
        <extracomment>desktop/ui/texts.py, N_WAITING</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending · %n recording|Sending · %n recordings</source>
        <extracomment>desktop/ui/texts.py, SENDING_N</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{state} · %n waiting|{state} · %n waiting</source>
        <extracomment>desktop/ui/texts.py, STATE_AND_WAITING</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording needs you|%n recordings need you</source>
        <extracomment>desktop/ui/texts.py, N_NEED_YOU</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Verified · receiver prepares %n video|Verified · receiver prepares %n videos</source>
        <extracomment>desktop/ui/texts.py, VERIFIED_PREPARING</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The reason stands beside it in the list.</source>
        <extracomment>desktop/ui/texts.py, REASON_IN_LIST</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording, {length}.</source>
        <extracomment>desktop/ui/texts.py, TRAY_RECORDING</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording, {length}. Space for {space}.</source>
        <extracomment>desktop/ui/texts.py, TRAY_RECORDING_SPACE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording&apos;s clock goes on: {length}</source>
        <extracomment>desktop/ui/texts.py, PAUSED_LINE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused for {span}. Nothing is being recorded.</source>
        <extracomment>desktop/ui/texts.py, PAUSED_LONG</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press P to go on, or stop the recording.</source>
        <extracomment>desktop/ui/texts.py, PAUSED_NEXT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording is still paused.</source>
        <extracomment>desktop/ui/texts.py, PAUSED_LONG_TITLE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording paused for {length}. Nothing is being recorded.</source>
        <extracomment>desktop/ui/texts.py, TRAY_PAUSED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording. {sentence}</source>
        <extracomment>desktop/ui/texts.py, TRAY_PROBLEM</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stopped. The picture goes on and the silence is noted. Check its plug: it is heard again as soon as it is back.</source>
        <extracomment>desktop/ui/texts.py, SOUND_LOST</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{microphone}” stopped. The picture goes on and the silence is noted. Check its plug: it is heard again as soon as it is back.</source>
        <extracomment>desktop/ui/texts.py, SOUND_OF_LOST</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use “{name}”</source>
        <extracomment>desktop/ui/texts.py, USE_DEVICE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Sending %n recording, {amount} left.|Sending %n recordings, {amount} left.</source>
        <extracomment>desktop/ui/texts.py, TRAY_SENDING</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending %n recording, {amount} left ({pace}).|Sending %n recordings, {amount} left ({pace}).</source>
        <extracomment>desktop/ui/texts.py, TRAY_SENDING_PACE</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording to send. {why}|%n recordings to send. {why}</source>
        <extracomment>desktop/ui/texts.py, TRAY_WAITING</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording to send, the oldest since {since}. {why}|%n recordings to send, the oldest since {since}. {why}</source>
        <extracomment>desktop/ui/texts.py, TRAY_WAITING_SINCE</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Holdfast is getting ready.</source>
        <extracomment>desktop/ui/texts.py, TRAY_READING</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to send.</source>
        <extracomment>desktop/ui/texts.py, TRAY_EMPTY</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All recordings are verified at the receiver.</source>
        <extracomment>desktop/ui/texts.py, TRAY_VERIFIED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Received and verified. The receiver still prepares %n video.|Received and verified. The receiver still prepares %n videos.</source>
        <extracomment>desktop/ui/texts.py, TRAY_CHECKING</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Retry failed ({count})</source>
        <extracomment>desktop/ui/texts.py, RETRY_FAILED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Quit (%n upload continues next time)|Quit (%n uploads continue next time)</source>
        <extracomment>desktop/ui/texts.py, QUIT_UNSENT</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No sound yet</source>
        <extracomment>desktop/ui/texts.py, NO_SOUND_YET</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silent</source>
        <extracomment>desktop/ui/texts.py, SILENT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet</source>
        <extracomment>desktop/ui/texts.py, QUIET</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good level</source>
        <extracomment>desktop/ui/texts.py, GOOD_LEVEL</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too loud</source>
        <extracomment>desktop/ui/texts.py, TOO_LOUD</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose &amp;another</source>
        <extracomment>desktop/ui/texts.py, CHOOSE_ANOTHER_MNEMONIC</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another device</source>
        <extracomment>desktop/ui/texts.py, CHOOSE_ANOTHER</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <extracomment>desktop/ui/texts.py, CHANGE_DEVICES_MNEMONIC</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another camera or microphone, also while recording</source>
        <extracomment>desktop/ui/texts.py, CHANGE_DEVICES_HINT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera and microphone</source>
        <extracomment>desktop/ui/texts.py, DEVICES_TITLE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera and microphone…</source>
        <extracomment>desktop/ui/texts.py, DEVICES_MENU</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cameras</source>
        <extracomment>desktop/ui/texts.py, CAMERAS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Microphones</source>
        <extracomment>desktop/ui/texts.py, MICROPHONES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <extracomment>desktop/ui/texts.py, WHICH_CAMERA</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use these</source>
        <extracomment>desktop/ui/texts.py, USE_DEVICES_MNEMONIC</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use these devices</source>
        <extracomment>desktop/ui/texts.py, USE_DEVICES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <extracomment>desktop/ui/texts.py, LOOK_AGAIN_MNEMONIC</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for devices again</source>
        <extracomment>desktop/ui/texts.py, LOOK_AGAIN</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>desktop/ui/texts.py, CANCEL</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for cameras and microphones…</source>
        <extracomment>desktop/ui/texts.py, LOOKING_FOR_DEVICES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No camera was found. Plug one in, then look again.</source>
        <extracomment>desktop/ui/texts.py, NO_CAMERAS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you choose is opened at once.</source>
        <extracomment>desktop/ui/texts.py, DEVICES_IDLE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recording is running. It goes on with what you choose, in a new part; the change takes a few seconds, and the gap is noted.</source>
        <extracomment>desktop/ui/texts.py, DEVICES_RECORDING</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing the device.</source>
        <extracomment>desktop/ui/texts.py, CHANGING_DEVICE_TITLE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening what you chose…</source>
        <extracomment>desktop/ui/texts.py, CHANGING_TITLE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built-in test tone</source>
        <extracomment>desktop/ui/texts.py, BUILT_IN_TONE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not plugged in</source>
        <extracomment>desktop/ui/texts.py, NOT_PLUGGED_IN</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in use</source>
        <extracomment>desktop/ui/texts.py, IN_USE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in use for another picture here</source>
        <extracomment>desktop/ui/texts.py, IN_USE_ELSEWHERE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system’s default</source>
        <extracomment>desktop/ui/texts.py, SYSTEM_DEFAULT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system’s default: {name}</source>
        <extracomment>desktop/ui/texts.py, SYSTEM_DEFAULT_IS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture {number}: {name}</source>
        <extracomment>desktop/ui/texts.py, PLACE_OF_CAMERA</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause sending</source>
        <extracomment>desktop/ui/texts.py, PAUSE_SENDING</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause se&amp;nding</source>
        <extracomment>desktop/ui/texts.py, PAUSE_SENDING_MNEMONIC</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send nothing for a while; recording goes on</source>
        <extracomment>desktop/ui/texts.py, PAUSE_SENDING_HINT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For an hour</source>
        <extracomment>desktop/ui/texts.py, PAUSE_HOUR</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until I resume</source>
        <extracomment>desktop/ui/texts.py, PAUSE_OPEN</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume sending</source>
        <extracomment>desktop/ui/texts.py, RESUME_SENDING</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;esume sending</source>
        <extracomment>desktop/ui/texts.py, RESUME_SENDING_MNEMONIC</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send what waits again</source>
        <extracomment>desktop/ui/texts.py, RESUME_SENDING_HINT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending is paused.</source>
        <extracomment>desktop/ui/texts.py, SENDING_IS_PAUSED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed while recording</source>
        <extracomment>desktop/ui/texts.py, SPEED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full speed</source>
        <extracomment>desktop/ui/texts.py, SPEEDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gentle: half of the line</source>
        <extracomment>desktop/ui/texts.py, SPEEDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send nothing while recording</source>
        <extracomment>desktop/ui/texts.py, SPEEDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <extracomment>desktop/ui/texts.py, SETTINGS_MENU</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>desktop/ui/texts.py, SETTINGS_TITLE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending</source>
        <extracomment>desktop/ui/texts.py, SENDING_PAGE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recordings are safe on this computer whether they are sent or not. These rules only say when they leave it. They hold from the moment they are saved.</source>
        <extracomment>desktop/ui/texts.py, SENDING_PAGE_HINT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed &amp;limit</source>
        <extracomment>desktop/ui/texts.py, RATE_LIMIT_MNEMONIC</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed limit</source>
        <extracomment>desktop/ui/texts.py, RATE_LIMIT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No limit</source>
        <extracomment>desktop/ui/texts.py, NO_LIMIT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;While recording</source>
        <extracomment>desktop/ui/texts.py, WHILE_RECORDING_MNEMONIC</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While recording</source>
        <extracomment>desktop/ui/texts.py, WHILE_RECORDING</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quiet hours</source>
        <extracomment>desktop/ui/texts.py, QUIET_HOURS_MNEMONIC</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <extracomment>desktop/ui/texts.py, QUIET_HOURS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None. For example 08:00-18:00, 22:00-06:00</source>
        <extracomment>desktop/ui/texts.py, QUIET_HOURS_EMPTY</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Data a day</source>
        <extracomment>desktop/ui/texts.py, DAILY_BUDGET_MNEMONIC</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data a day</source>
        <extracomment>desktop/ui/texts.py, DAILY_BUDGET</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Metered connections</source>
        <extracomment>desktop/ui/texts.py, ON_METERED_MNEMONIC</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metered connections</source>
        <extracomment>desktop/ui/texts.py, ON_METERED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send all the same</source>
        <extracomment>desktop/ui/texts.py, ON_METERED_CHOICES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for another network</source>
        <extracomment>desktop/ui/texts.py, ON_METERED_CHOICES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Never send on</source>
        <extracomment>desktop/ui/texts.py, WAIT_ON_MNEMONIC</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never send on</source>
        <extracomment>desktop/ui/texts.py, WAIT_ON</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None. Names of connections, with commas</source>
        <extracomment>desktop/ui/texts.py, WAIT_ON_EMPTY</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <extracomment>desktop/ui/texts.py, SAVE_MNEMONIC</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the settings</source>
        <extracomment>desktop/ui/texts.py, SAVE</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
