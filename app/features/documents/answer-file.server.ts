import { foldVietnamese } from "#app/domain/text/fold-vietnamese.ts";

const TYPES = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
  png: "image/png",
  // RFC 7519; Open Badges 3.0 keeps a badge in a file of this kind.
  jwt: "application/jwt",
  zip: "application/zip",
} as const;

/** A file to keep. Its name goes twice: in ASCII for old programs, and whole (RFC 5987). */
export function answerFile(
  content: Uint8Array | ReadableStream<Uint8Array>,
  name: string,
  type: keyof typeof TYPES,
): Response {
  const ascii =
    foldAscii(name.replace(/\.[a-z]+$/, ""))
      .replace(/[^A-Za-z0-9_-]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 80) || "tep";
  const whole = encodeURIComponent(name.normalize("NFC")).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return new Response(content instanceof ReadableStream ? content : new Uint8Array(content), {
    headers: {
      "Content-Type": TYPES[type],
      "Content-Disposition": `attachment; filename="${ascii}.${type}"; filename*=UTF-8''${whole}`,
      "Cache-Control": "no-store",
    },
  });
}

function foldAscii(text: string): string {
  return [...text.normalize("NFC")]
    .map((sign) => {
      const folded = foldVietnamese(sign) || " ";
      return sign === sign.toLocaleLowerCase("vi") ? folded : folded.toUpperCase();
    })
    .join("");
}
