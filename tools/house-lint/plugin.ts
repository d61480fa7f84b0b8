// The house rules that hold the walls, as an oxlint plugin. What may touch what is in rooms.ts; each rule's test shows it firing.
import { posix, relative, sep } from 'node:path';
import { featureOf, isTest, mayImport, packageComplaint, roomOf } from './rooms.ts';

type Node = { readonly type: string; readonly [key: string]: unknown };
type Context = {
  readonly filename: string;
  readonly cwd: string;
  readonly report: (finding: { readonly message: string; readonly node: Node }) => void;
};
type Visitor = Readonly<Record<string, (node: Node) => void>>;
type Rule = { readonly create: (context: Context) => Visitor };

const pathIn = (context: Context): string => relative(context.cwd, context.filename).split(sep).join('/');

const onImports = (visit: (specifier: string, node: Node) => void): Visitor => {
  const fromSource = (node: Node): void => {
    const source = node['source'] as { readonly value?: unknown } | null | undefined;
    if (typeof source?.value === 'string') visit(source.value, node);
  };
  return {
    ImportDeclaration: fromSource,
    ExportNamedDeclaration: fromSource,
    ExportAllDeclaration: fromSource,
    ImportExpression: fromSource,
  };
};

/** domain <- contract <- engine <- shell, cli; the window sees contract and domain; features do not know each other. */
const walls: Rule = {
  create(context) {
    const path = pathIn(context);
    const from = roomOf(path);
    if (from === null) return {};
    return onImports((specifier, node) => {
      if (!specifier.startsWith('.')) return;
      const target = posix.normalize(posix.join(posix.dirname(path), specifier));
      const to = roomOf(target);
      if (to === null) return;
      const isUnitTest = isTest(path);
      // A unit test may bring in builders from tests/, nothing else beyond its room's walls.
      if (!mayImport(from, to) && !(isUnitTest && to === 'tests')) {
        context.report({ message: `${from} may not import from ${to}`, node });
      }
      const feature = featureOf(path);
      const other = featureOf(target);
      if (feature !== null && other !== null && feature !== other) {
        context.report({
          message: `feature ${feature} may not import feature ${other}; compose them in renderer/app`,
          node,
        });
      }
    });
  },
};

/** electron, better-sqlite3, imapflow and their like each have a room; the domain has almost none. */
const packages: Rule = {
  create(context) {
    const path = pathIn(context);
    return onImports((specifier, node) => {
      if (specifier.startsWith('.')) return;
      const complaint = packageComplaint(path, specifier);
      if (complaint !== null) context.report({ message: complaint, node });
    });
  },
};

const WORLD_ROOMS: readonly string[] = [
  'main/engine/ports',
  'main/shell',
  'main/cli',
  'renderer/client',
  'tests',
  'tools',
  'bench',
];
const WORLD_MEMBERS: Readonly<Record<string, readonly string[]>> = {
  Date: ['now'],
  Math: ['random'],
  process: ['env'],
  performance: ['now'],
};
const WORLD_CALLS: readonly string[] = ['setTimeout', 'setInterval', 'setImmediate'];

/** The world's clock, chance, environment and console come in by ports. Time is passed in. */
const world: Rule = {
  create(context) {
    const path = pathIn(context);
    const room = roomOf(path);
    if (room === null || isTest(path) || WORLD_ROOMS.includes(room)) return {};
    const isWindow = room === 'renderer';
    return {
      MemberExpression(node) {
        const object = node['object'] as Node & { readonly name?: string };
        const property = node['property'] as Node & { readonly name?: string };
        if (object.type !== 'Identifier' || property.name === undefined || object.name === undefined) return;
        if (object.name === 'console' || WORLD_MEMBERS[object.name]?.includes(property.name) === true) {
          context.report({ message: `${object.name}.${property.name} comes in by a port here`, node });
        }
      },
      NewExpression(node) {
        const callee = node['callee'] as Node & { readonly name?: string };
        const given = node['arguments'] as readonly unknown[];
        if (callee.name === 'Date' && given.length === 0) {
          context.report({ message: 'new Date() reads the clock: take the instant as an argument', node });
        }
      },
      CallExpression(node) {
        const callee = node['callee'] as Node & { readonly name?: string };
        // A window may wait for its own animations and typing pauses.
        if (!isWindow && callee.name !== undefined && WORLD_CALLS.includes(callee.name)) {
          context.report({ message: `${callee.name} comes in by the Timers port`, node });
        }
      },
    };
  },
};

/** A module is a plan, not a place to keep things: state lives in what createX(deps) returns. */
const noModuleState: Rule = {
  create(context) {
    const path = pathIn(context);
    const room = roomOf(path);
    if (room === null || room === 'tools' || room === 'bench' || isTest(path)) return {};
    return {
      Program(program) {
        for (const statement of program['body'] as readonly Node[]) {
          const declaration = (
            statement.type === 'ExportNamedDeclaration' ? statement['declaration'] : statement
          ) as Node | null;
          if (declaration?.type !== 'VariableDeclaration') continue;
          if (declaration['kind'] !== 'const') {
            context.report({ message: 'no let or var at module level', node: declaration });
          }
          for (const declarator of declaration['declarations'] as readonly Node[]) {
            if (holdsMutableCollection(declarator)) {
              context.report({
                message: 'a collection at module level must be typed as Readonly...',
                node: declarator,
              });
            }
          }
        }
      },
    };
  },
};

const COLLECTIONS: readonly string[] = ['Map', 'Set', 'WeakMap', 'WeakSet'];

function holdsMutableCollection(declarator: Node): boolean {
  const init = declarator['init'] as (Node & { readonly callee?: { readonly name?: string } }) | null;
  if (init?.type !== 'NewExpression' || !COLLECTIONS.includes(init.callee?.name ?? '')) return false;
  const id = declarator['id'] as { readonly typeAnnotation?: { readonly typeAnnotation?: Node } };
  const type = id.typeAnnotation?.typeAnnotation?.['typeName'] as { readonly name?: string } | undefined;
  return !(type?.name?.startsWith('Readonly') ?? false);
}

const EMPTY_NAMES: ReadonlySet<string> = new Set([
  'utils',
  'util',
  'common',
  'lib',
  'helpers',
  'helper',
  'shared',
  'misc',
]);

/** A name that fits everything tells nothing. (tests/helpers is the one exception.) */
const tradeNames: Rule = {
  create(context) {
    const path = pathIn(context);
    if (path.startsWith('tests/') || path.startsWith('..')) return {};
    const empty = path
      .split('/')
      .map((part) => part.replace(/\.[cm]?[jt]sx?$/, ''))
      .find((part) => EMPTY_NAMES.has(part));
    if (empty === undefined) return {};
    return { Program: (node) => context.report({ message: `"${empty}" says nothing: name it after the trade`, node }) };
  },
};

/** IPC has one door on each side; anything else talks through the contract. */
const oneDoor: Rule = {
  create(context) {
    const path = pathIn(context);
    if (path.startsWith('tests/') || path.startsWith('tools/')) return {};
    return {
      ImportSpecifier(node) {
        const name = (node['imported'] as { readonly name?: string }).name;
        if (name === 'ipcMain' && path !== 'main/shell/ipc.ts') {
          context.report({ message: 'ipcMain is only for main/shell/ipc.ts', node });
        }
        if (name === 'ipcRenderer' && !path.startsWith('preload/')) {
          context.report({ message: 'ipcRenderer is only for preload', node });
        }
      },
    };
  },
};

// oxlint asks for a default export.
export default {
  meta: { name: 'house' },
  rules: { walls, packages, world, 'no-module-state': noModuleState, 'trade-names': tradeNames, 'one-door': oneDoor },
};
