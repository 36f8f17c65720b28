import { Link } from "@remix-run/react";
import { shellArea } from "#app/messages/vi/shell.ts";
import { useMessages } from "../language.tsx";

/** Stands over every page of a commune that went over into another. */
export function EndedStrip() {
  const { shell } = useMessages(shellArea);
  return (
    <p className="no-print flex flex-wrap items-center justify-center gap-x-3 border-b border-line bg-gold-soft px-4 py-1 text-gold-ink">
      <span>{shell.ended}</span>
      <Link to="/tai-khoan" className="inline-flex min-h-12 items-center font-bold underline">
        {shell.chooseCommune}
      </Link>
    </p>
  );
}
