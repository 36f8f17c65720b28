import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Plugin } from "vite";

/** The files that tell the pages: the one each page reads, and the one for pages that few people open. */
export const ROUTE_LIST = /^(?:manifest|routes)-\w+\.js$/;
const WHOLE_LIST = /^manifest-\w+\.js$/;
const CONTENT = /^window\.__remixManifest=(.+);$/s;

/** What strangers and members open. The desks' pages are told at the first step towards one. */
const NEAR = /^(?:root$|routes\/(?:public|member|api)\/)/;

interface ListedRoute {
  readonly id: string;
  readonly parentId?: string;
  readonly path?: string;
  readonly module: string;
  readonly imports: readonly string[];
  readonly css: readonly string[];
  readonly [flag: string]: unknown;
}

const FLAGS = ["hasLoader", "hasAction", "hasErrorBoundary", "index", "hasClientLoader"] as const;

/** Rewrites the list as the framework wrote it, before it is packed and named to the service worker. */
export function listRoutes(folder: string): Plugin {
  return {
    name: "list-routes",
    apply: "build",
    closeBundle: {
      sequential: true,
      order: "pre",
      async handler() {
        for (const name of (await readdir(folder)).filter((each) => WHOLE_LIST.test(each))) {
          const file = path.join(folder, name);
          const { near, far, farName } = divide(await readFile(file, "utf8"));
          await writeFile(path.join(folder, farName), far);
          await writeFile(file, near);
        }
      },
    },
  };
}

/**
 * Every page reads the list of pages. Half of it named the parts other pages are built of, which only the server
 * asks for; of the page in hand they stand in its own head, where hydration has to find the same ones. The rest is
 * told in columns, and what does not fit into them as it is.
 */
function divide(script: string) {
  const [, json] = CONTENT.exec(script) ?? [];
  if (json === undefined) throw new Error("the list of pages is not written as it used to be");
  const { routes, ...whole } = JSON.parse(json) as { routes: Record<string, ListedRoute>; entry: object };
  const all = Object.values(routes);
  const far = `export default ${tell(all.filter(({ id }) => !NEAR.test(id)))};`;
  const farName = `routes-${createHash("sha256").update(far).digest("hex").slice(0, 8)}.js`;
  const near = tell(all.filter(({ id }) => NEAR.test(id)));
  return {
    near: `await(${readLists})(${JSON.stringify(whole)},${near},()=>import("./${farName}"),${JSON.stringify(FLAGS)});`,
    far,
    farName,
  };
}

function tell(routes: readonly ListedRoute[]): string {
  const plain = routes.filter(
    ({ id, parentId, path: at, module, css }) =>
      parentId === "root" &&
      at?.startsWith("/") &&
      id.startsWith("routes/") &&
      /^\/assets\/[\w-]+\.js$/.test(module) &&
      css.length === 0,
  );
  const flagsOf = (route: ListedRoute) =>
    FLAGS.reduce((sum, flag, place) => sum + (route[flag] === true ? 2 ** place : 0), 0).toString(16);
  const columns = [
    plain.map(({ id }) => id.slice("routes/".length)),
    plain.map(({ path: at }) => (at ?? "").slice(1)),
    plain.map(({ module }) => module.slice("/assets/".length, -".js".length)),
    plain.map(flagsOf),
  ];
  const odd = routes.filter((route) => !plain.includes(route)).map(({ imports: _, ...rest }) => rest);
  return JSON.stringify([columns.map((column) => column.join()), odd]);
}

/**
 * Runs in the browser, by its own text: nothing from outside is at hand. A page that is not in the near list waits
 * for the other; from any other page `more` brings it when somebody goes there.
 */
const readLists = `async(list,near,fetchFar,flags)=>{
const read=([columns,odd])=>{
const [ids,paths,modules,marks]=columns.map(each=>each.split(",")),routes={};
for(const each of odd)routes[each.id]=each;
ids.forEach((name,at)=>{
const id="routes/"+name,route={id,parentId:"root",path:"/"+paths[at],module:"/assets/"+modules[at]+".js",css:[]};
flags.forEach((flag,place)=>{route[flag]=(parseInt(marks[at],16)>>place)%2===1});
routes[id]=route});
return routes},
routes=read(near),
more=async()=>read((await fetchFar()).default),
loaded=[...document.querySelectorAll("link[rel=modulepreload]")].map(each=>each.getAttribute("href"));
list.routes=routes;
list.entry.imports=loaded.slice(2);
window.__remixManifest=list;
if(Object.values(routes).some(({id,module})=>id!=="root"&&loaded.includes(module)))list.more=more;
else Object.assign(routes,await more())}`;
