import { chooseLanguage, language, languageCodes, languages, wordsOf } from "../language";
import { chooseTextScale, chooseTheme, textScale, textScales, theme, themes } from "../theme/theme";

const t = wordsOf("settingsBar");

const signs = { light: "☀", dark: "☾", contrast: "◐" } as const;

/** Language, light or dark, size of text: for the corner of a page. */
export function SettingsBar() {
  const texts = t();
  return (
    <div class="settings-bar" role="group" aria-label={texts.settings}>
      {languageCodes.map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-label={`${each.toUpperCase()}: ${languages[each]}`}
          aria-pressed={language.value === each}
          onClick={() => chooseLanguage(each)}
        >
          {each.toUpperCase()}
        </button>
      ))}
      {themes.map((each) => (
        <button
          key={each}
          type="button"
          title={texts[each]}
          aria-label={texts[each]}
          aria-pressed={theme.value === each}
          onClick={() => chooseTheme(each)}
        >
          {signs[each]}
        </button>
      ))}
      <button
        type="button"
        title={texts.larger}
        aria-label={`A${"+".repeat(textScales.indexOf(textScale.value))} – ${texts.larger}: ${Math.round(Number(textScale.value) * 100)} %`}
        onClick={() => {
          const next = (textScales.indexOf(textScale.value) + 1) % textScales.length;
          chooseTextScale(textScales[next] ?? "1");
        }}
      >
        A{"+".repeat(textScales.indexOf(textScale.value))}
      </button>
    </div>
  );
}
