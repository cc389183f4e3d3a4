import { useEffect } from "preact/hooks";

import { formatDate } from "@motcua/format";
import { wordsOf } from "@motcua/language";
import { Button, Dialog } from "@motcua/ui";

import { getProcedure, type Schemas } from "../api";
import { Await } from "../shared/await";
import { useResource } from "../shared/use_resource";
import { differs } from "./differences";
import { memberNames, members } from "./version_members";

const t = wordsOf("officeVersionsDialog");

/** The versions of a procedure side by side; what changed from one to the next is marked. */
export function VersionsDialog({ code, onClose }: { code: string; onClose: () => void }) {
  const texts = t();
  const procedure = useResource<Schemas["Procedure"]>();
  const load = () => void procedure.load(() => getProcedure(code));
  useEffect(load, [code]);
  return (
    <Dialog title={texts.title(code)} onClose={onClose}>
      <div class="preview stack">
        <Await of={procedure} again={load} height="20rem">
          {({ versions }) => <Versions versions={versions} code={code} />}
        </Await>
        <div class="actions">
          <Button look="primary" autofocus onClick={onClose}>
            {texts.close}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function Versions({ versions, code }: { versions: Schemas["ProcedureVersion"][]; code: string }) {
  const texts = t();
  const names = memberNames() as Record<string, string>;
  return (
    <>
      {versions.length === 1 && <p class="remark">{texts.only}</p>}
      <div class="table-scroll" role="group" aria-label={texts.title(code)} tabIndex={0}>
        <table class="table versions">
          <thead>
            <tr>
              <th scope="col">{texts.member}</th>
              {versions.map((each) => (
                <th key={each.effective_from} scope="col" class="number">
                  {texts.version(formatDate(each.effective_from))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <tr key={member.key}>
                <th scope="row">{names[member.key]}</th>
                {versions.map((version, index) => {
                  const changed = differs(member.text, versions, index);
                  return (
                    <td key={version.effective_from} class={changed ? "changed" : ""}>
                      {changed && <span class="hidden-visually">({texts.changed}) </span>}
                      {member.text(version)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
