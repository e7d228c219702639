// The one script that stands in the page as it is: it unpacks the others (main.js and all it imports) and runs them.

import { bytesOfPrintable, inflate } from './decode.js';

const textOf = (id) => document.getElementById(id)?.textContent ?? '';

async function start() {
  const { script } = JSON.parse(textOf('parts'));
  const packed = bytesOfPrintable(textOf('script')).subarray(0, script.bytes);
  const source = new TextDecoder().decode(await inflate(packed));
  const element = document.createElement('script');
  element.textContent = source;
  document.head.append(element);
  document.getElementById('script').remove();
}

// A file that was cut or changed on its way: the flat picture of the plain page remains.
function tellDamage() {
  const words = JSON.parse(textOf('words'))[document.documentElement.lang.startsWith('zh') ? 'zh' : 'en'];
  const line = document.createElement('p');
  line.setAttribute('role', 'alert');
  line.textContent = words.damaged_part.replace('{name}', 'script');
  document.getElementById('plain').prepend(line);
  document.getElementById('plain').hidden = false;
  document.getElementById('app').hidden = true;
  document.documentElement.dataset.ready = 'problem';
}

// The plain page stands where the browser is too old.
if (document.documentElement.dataset.ready !== 'problem') start().catch(tellDamage);
