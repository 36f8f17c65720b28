import type { ReactNode } from "react";
import { starPath } from "../drum-star.tsx";

/**
 * One picture per badge, drawn with one pen inside a circle of radius 17 about the origin: strokes of `currentColor`
 * at the pen's width, few and thick, so that each is still told apart on a medal of 32 pixels.
 */
export const GLYPHS = {
  "first-hand": (
    <>
      <path d="M-7.5 1V-8.5M-2.5 0V-12M2.5 0V-12M7.5 2V-9" />
      <path d="M-13 -1.5L-8 5.5M-8 1.5Q-8 14 0 14T8 1.5" />
    </>
  ),
  "hands-on": (
    <>
      <rect x="-9" y="-14" width="18" height="28" rx="4" />
      <path d="M-4.5 0.5L-1 4.5L5 -4.5" />
    </>
  ),
  "every-lane": (
    <>
      <path d="M-14 -1L0 -13L14 -1" />
      <path d="M-9.5 -3V12.5H9.5V-3M0 12.5V4.5" />
    </>
  ),
  "steady-rain": (
    <>
      <path d="M0 -14Q9.5 -3 9.5 4.5A9.5 9.5 0 0 1 -9.5 4.5Q-9.5 -3 0 -14Z" />
      <path d="M-4 5Q-3.5 9 0.5 9.5" />
    </>
  ),
  "twelve-weeks": (
    <>
      <path d="M-3.5 15V6M-3.5 1.5V-5.5M-3.5 -10V-15" />
      <path d="M-6.5 3.8H-0.5M-6.5 -7.8H-0.5" />
      <path d="M-1 -4.5Q4 -12.5 12 -12Q10 -4 2.5 -3M1 7.5Q6 1.5 12.5 3.5Q9.5 9.5 1 9.5" />
    </>
  ),
  "nobody-left-behind": (
    <>
      <circle cx="-6" cy="-9" r="3.6" />
      <circle cx="8" cy="-5" r="3" />
      <path d="M-12 13V3.5Q-12 -1.5 -6 -1.5Q-2.5 -1.5 0 3L4.5 6.5M3.5 13V9Q3.5 2.5 8 2.5T13 9V13" />
    </>
  ),
  shield: (
    <>
      <path d="M0 -15L12 -10.5V-1Q12 9.5 0 15Q-12 9.5 -12 -1V-10.5Z" />
      <path d="M-5 -0.5L-1 4L5.5 -4.5" />
    </>
  ),
  "village-teacher": (
    <>
      <path d="M0 -8Q-6 -12.5 -14 -10.5V9.5Q-6 7.5 0 12Q6 7.5 14 9.5V-10.5Q6 -12.5 0 -8ZM0 -8V12" />
    </>
  ),
  "mobile-school": (
    <>
      <path d="M0 15Q-11 3 -11 -4A11 11 0 0 1 11 -4Q11 3 0 15Z" />
      <path d={starPath(5, 6.2, 2.6)} transform="translate(0 -4)" className="fill-current stroke-0" />
    </>
  ),
  "help-point-keeper": (
    <>
      <circle r="14" />
      <path d="M0 -8V0.5L6 4.5" />
    </>
  ),
  "story-teller": (
    <>
      <path d="M-13 -4V4H-7L8 12V-12L-7 -4Z" />
      <path d="M-7 5L-4.5 13.5M13 -4.5V4.5" />
    </>
  ),
  inventor: (
    <>
      <path d="M-4.5 8Q-4.5 4.5 -8 1.5A10.5 10.5 0 1 1 8 1.5Q4.5 4.5 4.5 8Z" />
      <path d="M-3.5 14H3.5M0 8V1" />
    </>
  ),
  "three-pillars": (
    <>
      <path d="M-14 -8L0 -15L14 -8ZM-14 13.5H14" />
      <path d="M-9 -2.5V8M0 -2.5V8M9 -2.5V8" />
    </>
  ),
  "learning-for-all": (
    <>
      <path d="M-16 -4L0 -11.5L16 -4L0 3.5Z" />
      <path d="M-8.5 1V8.5Q0 14 8.5 8.5V1M14.5 -3V6" />
    </>
  ),
  "youth-hand": (
    <>
      <path d="M-9 15V-13.5" />
      <path d="M-9 -12.5Q-2 -16 3 -12.5T13 -12.5V0Q8 3 3 0T-9 0" />
    </>
  ),
  "training-complete": (
    <>
      <path d="M0 -9Q-7 -13.5 -15 -11.5V9.5Q-7 7.5 0 12Q7 7.5 15 9.5V-11.5Q7 -13.5 0 -9ZM0 -9V12" />
      <path d="M-10.5 -0.5L-7.5 2.5L-4 -2.5M4.5 -0.5L7.5 2.5L11 -2.5" />
    </>
  ),
  "whole-village": (
    <>
      <path d="M-15 -7Q-9 -8 -7.5 -13H7.5Q9 -8 15 -7Z" />
      <path d="M-11 -6V14M11 -6V14M-5 14V4.5A5 5 0 0 1 5 4.5V14" />
    </>
  ),
  "three-full-months": (
    <>
      <circle r="13.5" />
      <circle r="5.5" />
      <path d="M4.5 -4.5L14 -14" />
    </>
  ),
  "village-classroom": (
    <>
      <rect x="-14" y="-13" width="28" height="18" rx="2" />
      <path d="M-6 6L-10 14.5M6 6L10 14.5M-7.5 -6.5H4M-7.5 -1H0" />
    </>
  ),
  "digital-ambassador": (
    <>
      <path d="M-6 -9Q-13.5 -7 -13.5 0T-6 9H6Q13.5 7 13.5 0T6 -9Z" />
      <path d="M0 -9V-15M-4.5 -9Q-6.5 0 -4.5 9M4.5 -9Q6.5 0 4.5 9M0 9V15.5" />
    </>
  ),
  "exemplary-member": (
    <>
      <path d="M0 -13Q6.5 -5 0 10Q-6.5 -5 0 -13Z" />
      <path d="M-5 -6.5Q-11.5 -6 -12 -7.5Q-12 5 0 10Q12 5 12 -7.5Q11.5 -6 5 -6.5M-15.5 1Q-14 11 0 12.5Q14 11 15.5 1" />
    </>
  ),
  "digital-family": (
    <>
      <path d="M-14 -1L0 -13L14 -1M-10 -3V13H10V-3" />
      <path
        d="M0 10Q-6 5.5 -6 2A3 3 0 0 1 0 1.2A3 3 0 0 1 6 2Q6 5.5 0 10Z"
        className="fill-current stroke-0"
      />
    </>
  ),
} as const satisfies Record<string, ReactNode>;

/** What a badge without a picture of its own carries: the drum's star. */
export const PLAIN_GLYPH = <path d={starPath(8, 15, 6)} className="fill-current stroke-0" />;

export function glyphOf(key: string): ReactNode {
  return key in GLYPHS ? GLYPHS[key as keyof typeof GLYPHS] : PLAIN_GLYPH;
}
