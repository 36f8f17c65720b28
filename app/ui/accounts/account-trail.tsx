import { accountsArea } from "#app/messages/vi/accounts.ts";
import { Breadcrumb } from "../kit/breadcrumb.tsx";
import { useMessages } from "../language.tsx";

/** The way back from what one's account is made of. */
export function AccountTrail() {
  const { account } = useMessages(accountsArea).accounts;
  return <Breadcrumb steps={[{ to: "/tai-khoan", label: account.title }]} />;
}
