// The least a Node process can do for a page: one answer, kept in memory.
import http from "node:http";
import { brotliCompressSync } from "node:zlib";

process.once("message", ({ headers, body, isPacked }) => {
  const bytes = Buffer.from(body, "base64");
  const packed = isPacked ? brotliCompressSync(bytes) : bytes;
  const { connection: _1, "keep-alive": _2, date: _3, "transfer-encoding": _4, ...own } = headers;
  const all = isPacked
    ? { ...own, "content-encoding": "br", "content-length": packed.length }
    : { ...own, "content-length": packed.length };
  const server = http.createServer((_request, response) => {
    response.writeHead(200, all);
    response.end(packed);
  });
  server.listen(0, "127.0.0.1", () => process.send(server.address().port));
});
