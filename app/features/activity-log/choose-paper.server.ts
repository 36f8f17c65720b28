import { makeId } from "#app/domain/ids.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { deskSchema, ROWS_USUALLY } from "./paper.schema.ts";
import { PAPER_PATHS } from "./paper-paths.ts";
import { numberKinds } from "./print-log-sheet.server.ts";
import { readPaperDesk, readPaperTeams } from "./read-paper-desk.server.ts";

/** The typist's screen, as far as its address has chosen: a team, then whose sheet, then its empty lines. */
export async function choosePaper(caller: Caller, query: URLSearchParams) {
  const chosen = await readForm(query, deskSchema);
  const { to = null, member: memberId = null, rows = ROWS_USUALLY } = chosen.ok ? chosen.value : {};
  const teams = await readPaperTeams(caller);
  const teamId = to ?? (teams.length === 1 ? (teams[0]?.id ?? null) : null);
  const desk = teamId === null ? null : await readPaperDesk(caller, teamId);
  const member = desk?.members.find(({ id }) => id === memberId) ?? null;
  const { platform, now } = caller;
  const newId = () => makeId(now.getTime(), platform.random.bytes(10));
  return {
    teams: teams.map(({ id, name }) => ({ id, name })),
    rows,
    done: Number(query.get("xong")) || null,
    desk: desk && {
      teamId: desk.team.id,
      teamName: desk.team.name,
      members: desk.members,
      printAt: PAPER_PATHS.sheet(desk.team.id),
      openFrom: desk.openFrom,
      mayReachBack: desk.mayReachBack,
    },
    sheet:
      desk && member
        ? {
            member,
            ids: Array.from({ length: rows }, newId),
            sheetId: newId(),
            kinds: numberKinds(desk.kinds),
            services: desk.services,
            people: desk.people,
          }
        : null,
  };
}
