import { POCKET_PATHS } from "./paths.ts";

const PART_BYTES = 48 * 1024;
const PATIENCE_MS = 30_000;

/**
 * A picture goes in pieces, named by its content: wherever the line breaks, the next try asks what has come and sends
 * the rest. The name of the picture is the phone's own, so that it can stand on a record before it has arrived.
 */
export async function sendPhotoInParts(
  id: string,
  { bytes, takenOn }: { readonly bytes: ArrayBuffer; readonly takenOn: string | null },
): Promise<"done" | "offline" | "signed_out" | { readonly code: string }> {
  const sha256 = toHex(await crypto.subtle.digest("SHA-256", bytes));
  const total = Math.max(1, Math.ceil(bytes.byteLength / PART_BYTES));
  try {
    const asked =
      total === 1
        ? null
        : await fetch(`${POCKET_PATHS.photoPart}?sha256=${sha256}`, {
            signal: AbortSignal.timeout(PATIENCE_MS),
          });
    const have = new Set<number>(asked?.ok ? ((await asked.json()) as { have: number[] }).have : []);
    const missing = Array.from({ length: total }, (_, ordinal) => ordinal).filter(
      (ordinal) => !have.has(ordinal),
    );
    // All pieces came and the answer to the last was lost: it is sent once more, for its answer.
    for (const ordinal of missing.length > 0 ? missing : [total - 1]) {
      const body = new FormData();
      const facts = { id, sha256, ordinal: String(ordinal), total: String(total), takenOn: takenOn ?? "" };
      for (const [name, value] of Object.entries(facts)) body.set(name, value);
      body.set("part", new Blob([bytes.slice(ordinal * PART_BYTES, (ordinal + 1) * PART_BYTES)]), "part");
      const answer = await fetch(POCKET_PATHS.photoPart, {
        method: "POST",
        body,
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      if ([401, 403, 404].includes(answer.status)) return "signed_out";
      if (answer.status >= 500 || answer.status === 429) return "offline";
      const said = (await answer.json()) as { ok: boolean; code?: string; value?: { isWhole: boolean } };
      if (!said.ok) return said.code === "photo_busy" ? "offline" : { code: said.code ?? "not_readable" };
      if (said.value?.isWhole) return "done";
    }
    return "offline";
  } catch {
    return "offline";
  }
}

function toHex(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
