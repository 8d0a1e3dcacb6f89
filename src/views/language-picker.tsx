import { languages, type Language } from '../copy/language.ts';
import { say } from '../copy/say.ts';
import { chooseLanguage } from '../playground/language.ts';
import { useLanguage } from './use-language.ts';

/** The language of all pages of this browser. @param told where a link says it too */
export function LanguagePicker({ told }: { readonly told: (language: Language) => void }) {
  const language = useLanguage();
  return (
    <label className="language-picker" title={say('Language of the page')}>
      <span className="visually-hidden">{say('language')}</span>
      <select
        value={language}
        onChange={({ target }) => {
          const next = target.value as Language;
          told(next);
          void chooseLanguage(next);
        }}
      >
        {Object.entries({ ...languages, ...(language === 'qps' && { qps: 'qps' }) }).map(([key, name]) => (
          <option key={key} value={key} lang={key}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
