// tus-js-client as anybody would use it in Node: `node node.mjs MODULES '{"endpoint": ...}'`.
// Prints the address of the upload, how many requests there were, and what went wrong for good.
import { createReadStream } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { PassThrough } from "node:stream";
import { pathToFileURL } from "node:url";

const [modules, told] = process.argv.slice(2);
const { endpoint, token, file, options } = JSON.parse(told);
const find = createRequire(pathToFileURL(`${modules}/`));
const tus = find("tus-js-client");

// Of a file it knows the length, of a stream it does not.
const read = createReadStream(file);
const source = options.uploadLengthDeferred ? read.pipe(new PassThrough()) : read;
const methods = [];
const upload = new tus.Upload(source, {
  endpoint,
  retryDelays: Array(20).fill(10),
  headers: { Authorization: `Bearer ${token}` },
  metadata: { filename: basename(file), filetype: "video/x-matroska" },
  ...options,
  onBeforeRequest: (request) => methods.push(request.getMethod()),
  onError: (error) => tell(String(error)),
  onSuccess: () => tell(null),
});

function tell(error) {
  console.log(JSON.stringify({ url: upload.url ?? "", methods, error }));
}

upload.start();
