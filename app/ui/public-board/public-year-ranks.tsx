import { readExact, roundHalfUp } from "#app/domain/year/exact.ts";
import type { PublicYear } from "#app/domain/year-publication/views.ts";
import { publicYearWords } from "#app/messages/public-year.ts";
import type { Speech } from "./speech.ts";

interface Props {
  readonly result: PublicYear["result"];
  readonly speech: Speech;
}

/** One list for each cluster, or a single one. */
export function PublicYearRanks({ result, speech }: Props) {
  const { language, terms } = speech;
  const words = publicYearWords[language];
  const { clusters, ties } = result.sheet.content;
  const lists = [...clusters.map(({ key, title }) => ({ key, title })), { key: null, title: null }]
    .map((cluster) => ({
      ...cluster,
      villages: result.villages.filter(({ cluster: own, rank }) => own === cluster.key && rank !== null),
    }))
    .filter(({ villages }) => villages.length > 0);
  const outside = result.villages.filter(({ rank }) => rank === null);
  return (
    <section>
      <h2>{words.ranks(terms)}</h2>
      <p className="lead">
        {words.ranksLead} {ties.length > 0 ? words.ties(ties.map((rung) => words.rungs[rung])) : null}
      </p>
      {lists.map(({ key, title, villages }) => (
        <div key={key ?? ""}>
          {title === null ? null : <h3>{words.cluster(title)}</h3>}
          <Ranks villages={villages} result={result} speech={speech} />
        </div>
      ))}
      {outside.length > 0 ? <Ranks villages={outside} result={result} speech={speech} /> : null}
    </section>
  );
}

type Village = PublicYear["result"]["villages"][number];

function Ranks({ villages, result, speech }: Props & { readonly villages: readonly Village[] }) {
  const { format, language } = speech;
  const words = publicYearWords[language];
  const { groups, bands } = result.sheet.content;
  const titles = new Map(groups.flatMap(({ criteria }) => criteria.map(({ key, title }) => [key, title])));
  const bandOf = new Map(bands.map(({ key, title }) => [key, title]));
  const score = format.pointsAlike(villages.map((village) => village.score));
  const part = format.pointsAlike(
    villages.flatMap(({ criteria }) =>
      criteria.filter(({ state }) => state === "scored").map(({ shown }) => shown),
    ),
  );
  return (
    <ol className="ranks">
      {villages.map((village) => (
        <li key={village.villageId}>
          <b className="place">{village.rank ?? "–"}</b>
          <span className="name">
            {village.name}
            <small>
              {bandOf.get(village.band)}
              {village.heldBack.length > 0 ? ` · ${words.heldBack}` : null}
              {village.rankOfAll == null ? null : ` · ${words.rankOfAll(village.rankOfAll)}`}
            </small>
          </span>
          <span className="value">{words.points(score(village.score))}</span>
          <details>
            <summary>{words.detail}</summary>
            <table className="criteria">
              <tbody>
                {village.criteria.map(({ key, state, shown, maximum }) => (
                  <tr key={key}>
                    <th scope="row">{titles.get(key) ?? key}</th>
                    <td>
                      {state === "scored"
                        ? words.of(part(shown), format.points(roundHalfUp(readExact(maximum))))
                        : state === "no_data"
                          ? words.noData
                          : words.notRun}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </li>
      ))}
    </ol>
  );
}
