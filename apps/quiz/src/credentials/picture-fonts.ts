import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * Fonts of pictures and certificates, the one that everything is set in first. Covered: Latin, Greek, Cyrillic, Vietnamese, Devanagari;
 * Arabic; Hebrew; Japanese; simplified Chinese; Korean; emoji. Letters of other scripts are drawn as empty boxes.
 */
const fontFiles = [
  '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff',
  '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-700-normal.woff',
  '@fontsource/noto-sans-hebrew/files/noto-sans-hebrew-hebrew-400-normal.woff',
  '@fontsource/noto-sans-hebrew/files/noto-sans-hebrew-hebrew-700-normal.woff',
  '@fontsource/kosugi/files/kosugi-japanese-400-normal.woff',
  '@fontsource/zcool-xiaowei/files/zcool-xiaowei-chinese-simplified-400-normal.woff',
  '@fontsource/gowun-dodum/files/gowun-dodum-korean-400-normal.woff',
  '@fontsource/noto-emoji/files/noto-emoji-emoji-400-normal.woff',
];

export function readFonts(): Promise<Uint8Array[]> {
  return Promise.all(fontFiles.map((file) => readFile(require.resolve(file))));
}

export function readPainter(): Promise<Uint8Array> {
  return readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm'));
}
