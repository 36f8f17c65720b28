import type { accessibility as vi } from "../vi/accessibility.ts";

export const accessibility = {
  title: "Accessibility statement",
  lead: "Everybody must be able to use Thi đua số: older people, people with disabilities, people with a cheap phone.",
  standardTitle: "Standard",
  standard:
    "The program aims at level AA of WCAG 2.2 (more than Circular 26/2020/TT-BTTTT recommends), with Vietnamese text as of TCVN 6909:2001.",
  doneTitle: "What works",
  done: [
    "Every page can be used with a keyboard and read by a screen reader in Vietnamese.",
    "Text in three sizes, zoom to 400% without scrolling sideways; a light and a dark ground.",
    "Targets at least 48 pixels high; nothing can be done only by swiping or dragging.",
    "A mistake is told in one sentence beside its field; nothing typed is lost.",
    "Pages can be read and sent when the device runs no JavaScript.",
    "The public board and pictures to share have a text that can be read aloud.",
  ],
  limitsTitle: "What is not whole yet",
  limits: [
    "Printed PDF files are not tagged for screen readers; the Word file with the same content can be read.",
    "The screen in a hall turns its pages by itself; the public board holds the same figures and stands still.",
    "Files that units upload may lack a description.",
  ],
  checkedTitle: "How it is checked",
  checked:
    "Before each release every page is checked with axe by light and in the dark, on a screen 320 pixels wide; the main journeys are walked by keyboard.",
  helpTitle: "In difficulty?",
  help: (office: string) =>
    `Tell ${office} or the team where you live: you will be helped in person, and the fault will be mended.`,
  appearance: "Choose the size of text and the colours",
} satisfies typeof vi;
