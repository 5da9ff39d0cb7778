const icon = document.getElementById('second') as HTMLElement;
let layer: HTMLElement | undefined;

icon.addEventListener('mouseenter', () => {
  const { left, top } = icon.getBoundingClientRect();

  layer ??= document.createElement('div');

  layer.className =
    'v-popper__popper v-popper--theme-tooltip v-popper__popper--shown';

  layer.innerHTML =
    '<div class="v-popper__wrapper"><div class="v-popper__inner"><div>131047: Re-engagement message</div></div></div>';

  Object.assign(layer.style, { left: `${left - 200}px`, top: `${top - 40}px` });
  document.body.append(layer);
});
icon.addEventListener('mouseleave', () =>
  setTimeout(() => layer?.remove(), 400),
);
