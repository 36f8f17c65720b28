import http, { type RequestListener, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";

const SECOND = 1_000;

/** Generous to a phone on a bad network (a form of 256 KB at 20 kbit/s), deaf to one that only pretends. */
const LIMITS = {
  maxHeaderSize: 16 * 1_024,
  headersTimeout: 15 * SECOND,
  requestTimeout: 120 * SECOND,
  // Longer than the 60 s of the usual proxies, so that they, who know, close first.
  keepAliveTimeout: 65 * SECOND,
  connectionsCheckingInterval: 2 * SECOND,
  insecureHTTPParser: false,
} as const;
const HEADERS_AT_MOST = 100;
const SILENCE_MS = 60 * SECOND;
const CONNECTIONS_AT_MOST = 4_000;

export type ServerLimits = Partial<
  Record<"headersTimeout" | "requestTimeout" | "connectionsCheckingInterval", number>
>;

const REASONS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};

/** An HTTP server that no slow, silent, huge or garbled client can hold. */
export function makeHardServer(listener: RequestListener, limits: ServerLimits = {}): Server {
  const serve: RequestListener = (request, response) => {
    // Absolute addresses are for proxies and "*" is for OPTIONS; neither reaches a router that would parse them.
    if (request.url?.startsWith("/")) listener(request, response);
    else response.writeHead(400, { Connection: "close", "Content-Length": 0 }).end();
  };
  const server = http.createServer({ ...LIMITS, ...limits }, serve);
  server.maxHeadersCount = HEADERS_AT_MOST;
  server.maxConnections = CONNECTIONS_AT_MOST;
  server.setTimeout(SILENCE_MS);
  // A body announced with Expect is judged by its head; the guard says "continue" when it wants the rest.
  server.on("checkContinue", serve);
  refuseGarbage(server);
  return server;
}

/** What is no HTTP gets a status line and the end of its connection, unless an answer is already on its way. */
function refuseGarbage(server: Server): void {
  const answers = new WeakMap<object, ServerResponse>();
  server.prependListener("request", (request, response) => answers.set(request.socket, response));
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    const answer = answers.get(socket);
    const isAnswering = answer?.headersSent === true && !answer.writableFinished;
    if (error.code === "ECONNRESET" || !socket.writable || isAnswering) {
      socket.destroy();
      return;
    }
    const reason = REASONS[error.code ?? ""] ?? "400 Bad Request";
    socket.end(`HTTP/1.1 ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () =>
      socket.destroy(),
    );
  });
}
