// Thousands of screens in one process: raw sockets that speak just enough of the live protocol to be told of a change.
import { randomBytes } from "node:crypto";
import net from "node:net";

const masked = (text) => {
  const body = Buffer.from(text);
  const mask = randomBytes(4);
  return Buffer.concat([
    Buffer.from([0x81, 0x80 | body.length]),
    mask,
    body.map((byte, i) => byte ^ mask[i % 4]),
  ]);
};

const screens = [];
let left = 0;
let firstAt = null;

function open({ port, origin, cookie }) {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, "127.0.0.1");
    const screen = { socket, isTold: false };
    let isUpgraded = false;
    let pending = Buffer.alloc(0);
    socket.setNoDelay(true).on("error", reject);
    socket.write(
      `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\n` +
        `Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString("base64")}\r\n` +
        `Origin: ${origin}\r\nCookie: ${cookie}\r\n\r\n`,
    );
    socket.on("data", (chunk) => {
      pending = Buffer.concat([pending, chunk]);
      if (!isUpgraded) {
        const end = pending.indexOf("\r\n\r\n");
        if (end < 0) return;
        if (!pending.subarray(0, 12).includes("101")) return reject(new Error(pending.toString("latin1")));
        pending = pending.subarray(end + 4);
        isUpgraded = true;
      }
      // The server's frames are short and not masked.
      while (pending.length >= 2) {
        const isLong = (pending[1] & 0x7f) === 126;
        const start = isLong ? 4 : 2;
        const length = isLong ? pending.readUInt16BE(2) : pending[1] & 0x7f;
        if (pending.length < start + length) return;
        const text = pending.toString("utf8", start, start + length);
        pending = pending.subarray(start + length);
        if (text.startsWith("0")) socket.write(masked("40"));
        else if (text === "2") socket.write(masked("3"));
        else if (text.startsWith("40")) resolve(screen);
        else if (text.startsWith('42["versions"') && !screen.isTold) {
          screen.isTold = true;
          if (left === screens.length) firstAt = String(process.hrtime.bigint());
          left -= 1;
          if (left === 0) process.send({ told: { firstAt, lastAt: String(process.hrtime.bigint()) } });
        }
      }
    });
  });
}

process.on("message", async (message) => {
  if (message.open) {
    while (screens.length < message.to) {
      const at = screens.length;
      const batch = Array.from({ length: Math.min(50, message.to - at) }, (_, i) =>
        open({ ...message.open, cookie: `session=${Math.floor((at + i) / message.perSession)}` }),
      );
      screens.push(...(await Promise.all(batch)));
    }
    process.send({ opened: screens.length });
  } else if (message.arm) {
    for (const screen of screens) screen.isTold = false;
    left = screens.length;
    process.send({ armed: left });
  }
});
