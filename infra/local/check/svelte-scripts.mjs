// Rules that need types ask TypeScript about each component's script as ESLint reads it, which is not what its file holds. A program made
// of the files would be made anew for each of them; one that is made of those scripts stands for all.
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript';
import typescript from 'typescript-eslint';

const components = svelte.configs.base.flatMap(({ languageOptions }) => languageOptions?.parser ?? []);

/** To be called once, before the first file is linted. */
export function readComponentsAsScripts() {
  const read = ts.sys.readFile;
  ts.sys.readFile = (path, encoding) => {
    const text = read(path, encoding);
    return text && path.endsWith('.svelte') ? scriptOf(text, path) : text;
  };
}

/** A component that cannot be parsed stays as it is: ESLint says why when its turn comes. */
function scriptOf(text, filePath) {
  let script;
  const parser = {
    ...typescript.parser,
    parseForESLint(code, options) {
      if (!options.projectService) return typescript.parser.parseForESLint(code, options);
      script = code;
      throw new Error('the script is known');
    },
  };
  try {
    components[0].parseForESLint(text, { filePath, parser, projectService: true, sourceType: 'module', range: true, loc: true });
  } catch (error) {
    if (script === undefined && !('lineNumber' in error)) throw error;
  }
  return script ?? text;
}
