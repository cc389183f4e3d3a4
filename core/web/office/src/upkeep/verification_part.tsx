import { useEffect } from "preact/hooks";

import { formatCount, formatMoment } from "@motcua/format";
import { language, wordsOf } from "@motcua/language";
import { Button } from "@motcua/ui";

import { getVerification, startVerification, type Verification } from "../api";
import { act } from "../shared/act";
import { Await } from "../shared/await";
import { resource } from "../shared/resource";

const t = wordsOf("officeUpkeep");

const verification = resource<Verification>();
const pollEvery = 2_000;

const load = () => verification.load(getVerification);

export function VerificationPart() {
  const texts = t();
  const running = verification.value.value?.running ?? false;
  useEffect(() => void load(), [language.value]);
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => void load(), pollEvery);
    return () => clearInterval(timer);
  }, [running]);
  const begin = async () => {
    if (await act(startVerification)) void load();
  };
  return (
    <section class="card stack" aria-labelledby="verification-title">
      <div class="row spread">
        <h2 id="verification-title">{texts.verification}</h2>
        <Button disabled={running} onClick={() => void begin()}>
          {running ? texts.verifying : texts.verifyNow}
        </Button>
      </div>
      <p>{texts.verifyWhat}</p>
      <Await of={verification} again={() => void load()}>
        {(each) => <Outcome verification={each} />}
      </Await>
    </section>
  );
}

function Outcome({ verification: each }: { verification: Verification }) {
  const texts = t();
  const { running, progress, at, ok, problems } = each;
  if (running) {
    return (
      <p class="notice">
        <label>
          {texts.verifying} <progress max={1} {...(progress === null ? {} : { value: progress })} />
        </label>
      </p>
    );
  }
  if (!at || ok === null) return <p class="notice warn">{texts.never}</p>;
  if (ok) {
    return (
      <p class="notice good">
        ✓ {texts.verifiedOk(formatMoment(at))}
        <span class="remark number">
          {" "}
          {texts.verifiedWhat(formatCount(each.events), formatCount(each.dossiers))}
        </span>
      </p>
    );
  }
  return (
    <>
      <p class="notice bad" role="alert">
        ⚠ {texts.verifiedBad(formatMoment(at), formatCount(each.problem_count))}
      </p>
      <ul aria-label={texts.problems}>
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </>
  );
}
