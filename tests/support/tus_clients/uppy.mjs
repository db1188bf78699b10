// Uppy in a page, as anybody would use it. `send` uploads a file, `leave` stops in the middle of it.
import Uppy from "@uppy/core";
import Tus from "@uppy/tus";

function prepared({ token, size, chunkSize, host = "" }) {
  const bytes = new Uint8Array(size);
  for (let index = 0; index < size; index += 1) bytes[index] = (index * 31 + (index >> 12)) & 255;
  const uppy = new Uppy();
  uppy.use(Tus, {
    endpoint: `${host}/api/v1/uploads`,
    headers: { Authorization: `Bearer ${token}` },
    chunkSize,
    retryDelays: Array(20).fill(10),
  });
  const told = { type: "video/mp4", lastModified: 1 };
  uppy.addFile({ name: "clip.mp4", type: told.type, data: new File([bytes], "clip.mp4", told) });
  return uppy;
}

window.send = async (told) => {
  const uppy = prepared(told);
  const { successful, failed } = await uppy.upload();
  return {
    urls: successful.map((file) => file.uploadURL),
    errors: failed.map((file) => String(file.error)),
  };
};

window.leave = (told) =>
  new Promise((resolve) => {
    const uppy = prepared(told);
    uppy.on("upload-progress", (file, { bytesUploaded }) => {
      if (bytesUploaded < told.chunkSize * 2) return;
      uppy.pauseAll();
      resolve(uppy.getFile(file.id).tus.uploadUrl);
    });
    uppy.upload();
  });
