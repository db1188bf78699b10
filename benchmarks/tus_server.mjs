// A tus receiver as anybody would start it: `node tus_server.mjs FOLDER`; prints its port.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [modules, directory] = process.argv.slice(2);
const find = createRequire(pathToFileURL(`${modules}/`));
const load = (name) => import(pathToFileURL(find.resolve(name)));
const { Server } = await load("@tus/server");
const { FileStore } = await load("@tus/file-store");

const server = new Server({ path: "/files", datastore: new FileStore({ directory }) });
const listener = server.listen({ host: "127.0.0.1", port: 0 }, () => {
  console.log(listener.address().port);
});
