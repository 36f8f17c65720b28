import { useLocation, useRouteLoaderData } from "@remix-run/react";
import Lock from "lucide-react/icons/lock";
import NotebookPen from "lucide-react/icons/notebook-pen";
import SquarePen from "lucide-react/icons/square-pen";
import { offlineArea } from "#app/messages/vi/offline.ts";
import { KindTiles } from "../activity/kind-tiles.tsx";
import { EmptyState } from "../kit/empty-state.tsx";
import { LinkButton } from "../kit/link-button.tsx";
import { Notice } from "../kit/notice.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { Page } from "../page.tsx";
import { POCKET_PATHS } from "./paths.ts";
import { PocketForm } from "./pocket-form.tsx";
import { QueueList } from "./queue-list.tsx";
import { Strip } from "./strip.tsx";
import { type BookHold, type OpenBook, useBook } from "./use-book.ts";
import { ZaloNotice } from "./zalo-notice.tsx";

/** The member's own book: opens from the phone alone, writes without a network and says what has gone. */
export function PocketScreen() {
  const { offline: words } = useMessages(offlineArea);
  // Null on the page that was kept on the phone: it came as it comes to a stranger.
  const around = useRouteLoaderData("root") as { readonly bookOf: string | null } | undefined;
  const hold = useBook(around?.bookOf ?? null);
  const { view } = hold;
  switch (view.step) {
    case "opening":
      return (
        <Page title={words.title} width="narrow">
          <p role="status">{words.loading}</p>
          <noscript>
            <Notice title={words.unableTitle}>{words.unableBody}</Notice>
          </noscript>
        </Page>
      );
    case "unable":
      return (
        <Page width="narrow">
          <EmptyState
            isPage
            icon={NotebookPen}
            title={words.unableTitle}
            action={<LinkButton to="/ghi-viec">{words.log}</LinkButton>}
          >
            {words.unableBody}
          </EmptyState>
        </Page>
      );
    case "shut":
      return (
        <Page width="narrow">
          <ZaloNotice />
          <EmptyState
            isPage
            icon={Lock}
            title={words.signInTitle}
            action={
              <LinkButton to="/dang-nhap?tiep=%2Fso-tay" reloadDocument>
                {words.signIn}
              </LinkButton>
            }
          >
            {view.locked > 0 ? words.lockedCount(view.locked) : words.signInBody}
          </EmptyState>
        </Page>
      );
    case "open":
      return <OpenPocket hold={hold} view={view} />;
  }
}

function OpenPocket({ hold, view }: { hold: BookHold; view: OpenBook }) {
  const search = new URLSearchParams(useLocation().search);
  const edited = view.entries.find(({ id }) => id === search.get("sua"));
  const kind = edited?.content.activityKey ?? search.get("viec");
  if (kind && view.book) return <PocketForm hold={hold} view={view} kindKey={kind} edited={edited ?? null} />;
  return search.has("ghi") ? <Tiles hold={hold} view={view} /> : <Book hold={hold} view={view} />;
}

function Book({ hold, view }: { hold: BookHold; view: OpenBook }) {
  const { offline: words } = useMessages(offlineArea);
  const hasLostPage = new URLSearchParams(useLocation().search).has("trang");
  const remove = (id: string) => void view.pocket.remove(id).then(hold.reread);
  return (
    <Page
      title={words.title}
      lead={view.book ? words.onThisPhoneOf(view.book.displayName) : words.lead}
      width="narrow"
    >
      <Strip hold={hold} view={view} hasLostPage={hasLostPage} />
      <LinkButton to={POCKET_PATHS.log} reloadDocument size="large" icon={SquarePen} block>
        {words.log}
      </LinkButton>
      {view.entries.length === 0 ? (
        <EmptyState icon={NotebookPen} title={words.nothing}>
          {words.nothingBody}
        </EmptyState>
      ) : (
        <QueueList entries={view.entries} onRemove={remove} />
      )}
    </Page>
  );
}

function Tiles({ hold, view }: { hold: BookHold; view: OpenBook }) {
  const { offline: words } = useMessages(offlineArea);
  const format = useFormat();
  const { book, today } = view;
  const kinds = book?.kinds.filter(({ retiredOn }) => retiredOn === null || retiredOn > today) ?? [];
  return (
    <Page title={words.log} lead={book ? words.bookOf(format.date(book.madeOn)) : undefined}>
      <Strip hold={hold} view={view} />
      {book ? (
        <KindTiles
          kinds={kinds}
          recent={book.lastKinds.slice(0, 4).map(({ activityKey }) => activityKey)}
          search=""
          pathOf={POCKET_PATHS.logKind}
        />
      ) : (
        <EmptyState icon={NotebookPen} title={words.noKinds}>
          {words.signInBody}
        </EmptyState>
      )}
    </Page>
  );
}
