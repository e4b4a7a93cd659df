import { resolve } from 'node:path';
import { defineConfig } from 'wxt';
import { chromeMessages } from './scripts/build/chrome-messages';

const ORT_DIST = resolve('node_modules/onnxruntime-web/dist');
/** One wasm serves WebGPU and WASM; it is the 16.8 MB JSPI build, which Chrome 148+ always runs. */
const ORT_FILES = ['ort-wasm-simd-threaded.jspi.mjs', 'ort-wasm-simd-threaded.jspi.wasm'];

const CONTENT_SCRIPT = {
  matches: ['<all_urls>'],
  js: ['content-scripts/content.js'],
  all_frames: true,
  match_origin_as_fallback: true,
  run_at: 'document_start' as const,
};

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false,
  vite: () => ({
    // With the extern condition ORT keeps its glue in a file of its own; bundled, its pthread workers load the wrong
    // file and hang for ever (ground facts §3).
    resolve: { conditions: ['onnxruntime-web-use-extern-wasm', 'module', 'browser', 'development|production'] },
    build: { target: 'esnext', modulePreload: false },
    worker: { format: 'es' },
  }),
  hooks: {
    'build:publicAssets': (_wxt, files) => {
      const readme = files.findIndex((file) => file.relativeDest === 'models/README.md');
      if (readme >= 0) files.splice(readme, 1);
      for (const name of ORT_FILES) {
        files.push({ absoluteSrc: resolve(ORT_DIST, name), relativeDest: `ort/${name}` });
      }
      files.push(...chromeMessages());
    },
    // Keeps WXT's wrapper off web pages; entrypoints/content/index.ts says why.
    'entrypoints:resolved': (_wxt, entrypoints) => {
      for (const entrypoint of entrypoints) {
        if (entrypoint.name === 'content') Object.assign(entrypoint, { type: 'unlisted-script' });
      }
    },
    'build:manifestGenerated': (_wxt, manifest) => {
      manifest.content_scripts = [CONTENT_SCRIPT];
      // WXT puts the popup's title there, which is the name alone.
      Object.assign(manifest.action ?? {}, { default_title: '__MSG_action__' });
      // Chrome 148's key: messages are structured clones, so Blobs pass. WXT's types do not know it yet.
      Object.assign(manifest, { message_serialization: 'structured_clone' });
    },
  },
  manifest: {
    default_locale: 'en',
    name: '__MSG_name__',
    short_name: 'Matte',
    description: '__MSG_description__',
    minimum_chrome_version: '148',
    permissions: [
      'alarms',
      'clipboardWrite',
      'contextMenus',
      'declarativeNetRequestWithHostAccess',
      'idle',
      'notifications',
      'offscreen',
      'scripting',
      'sidePanel',
      'storage',
      'unlimitedStorage',
    ],
    // Asked for when somebody wants a key that pastes; as a permission of the install it would warn everybody.
    optional_permissions: ['clipboardRead'],
    host_permissions: ['<all_urls>'],
    content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'" },
    // A dynamic URL changes with each session: a page can neither guess our frames' addresses nor find out that Matte is there.
    web_accessible_resources: [
      { resources: ['card.html', 'drop-catcher.html'], matches: ['<all_urls>'], use_dynamic_url: true },
    ],
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    options_ui: { page: 'dashboard.html#settings', open_in_tab: true },
    side_panel: { default_path: 'popup.html#panel' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+M' } },
      'open-side-panel': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_openSidePanel__' },
      'cut-pointed': { suggested_key: { default: 'Alt+Shift+E' }, description: '__MSG_cutPointed__' },
      'cut-clipboard': { suggested_key: { default: 'Alt+Shift+V' }, description: '__MSG_cutClipboard__' },
      // Chrome suggests four keys at most.
      'cut-area': { description: '__MSG_cutArea__' },
    },
  },
});
