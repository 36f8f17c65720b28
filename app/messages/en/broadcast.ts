import type { broadcast as vi } from "../vi/broadcast.ts";

export const broadcast = {
  title: "Loudspeaker bulletin",
  lead: "About a minute to read. Figures are written as words.",
  open: "Loudspeaker bulletin",
  notYet: "This period is not sealed yet",
  notYetBody: "The bulletin comes with the seal, so that what was read out does not change.",
  length: (syllables: number) => `${syllables} syllables, about a minute.`,
  copy: "Copy the bulletin",
  download: "Download as .txt",
} satisfies typeof vi;
