import { Link } from "@remix-run/react";
import { shellArea } from "#app/messages/vi/shell.ts";
import { useMessages } from "../language.tsx";

/** Stands over every page of a commune that went over into another. */
export function EndedStrip() {
  const { shell } = useMessages(shellArea);
  return (
    <p className="no-print border-b border-line bg-gold-soft px-4 py-2 text-center text-gold-ink">
      {shell.ended}{" "}
      <Link to="/tai-khoan" className="inline-block py-3 font-bold underline">
        {shell.chooseCommune}
      </Link>
    </p>
  );
}
