// What draws, and in which light.

const SOFTWARE = /swiftshader|llvmpipe|basic render|software/i;

// The renderer's name, '' where the browser hides it, null without WebGL2.
export function rendererName() {
  const gl = document.createElement('canvas').getContext('webgl2');
  if (!gl) return null;
  const named = gl.getExtension('WEBGL_debug_renderer_info');
  const name = String((named && gl.getParameter(named.UNMASKED_RENDERER_WEBGL)) || gl.getParameter(gl.RENDERER) || '');
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return name;
}

export function isSoftwareRenderer(name) {
  return SOFTWARE.test(name || '');
}

// Buildings keep the legend's colours: full ambient, a high sun from the south-east, a cool fill from the other side.
export function createLight(colours) {
  const { LightingEffect, AmbientLight, DirectionalLight } = window.deck;
  const cool = colours.theme === 'dark' ? [150, 190, 255] : [210, 225, 255];
  return new LightingEffect({
    ambient: new AmbientLight({ color: [255, 255, 255], intensity: 1.0 }),
    sun: new DirectionalLight({ color: [255, 255, 255], intensity: 1.0, direction: [-1.1, 1.7, -3.4] }),
    fill: new DirectionalLight({ color: cool, intensity: 0.3, direction: [1.4, -1.2, -1.6] }),
  });
}
