// What a person sees of a picture of a flow, measured in the page. Each function runs there.

/** What is wrong with the pictures, in words: nothing drawn, outside its box, on top of something, hard to read. */
export function faultsOfPictures() {
  const faults = [];
  const luminance = (color) => {
    const [red, green, blue] = color.match(/[\d.]+/g).map(Number).map((part) => part / 255)
      .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const inside = (inner, outer) => inner.x >= outer.x - 0.5 && inner.y >= outer.y - 0.5
    && inner.x + inner.width <= outer.x + outer.width + 0.5 && inner.y + inner.height <= outer.y + outer.height + 0.5;
  const overlap = (one, other) => one.x < other.x + other.width && other.x < one.x + one.width
    && one.y < other.y + other.height && other.y < one.y + one.height;
  const back = getComputedStyle(document.body).backgroundColor;
  const pictures = [...document.querySelectorAll("article svg")];
  for (const picture of pictures) {
    const name = `${picture.closest("article").id}`;
    const canvas = { x: 0, y: 0, width: picture.viewBox.baseVal.width, height: picture.viewBox.baseVal.height };
    const nodes = [...picture.querySelectorAll("g")].map((group) => ({
      group, title: group.querySelector("title").textContent, box: group.querySelector("rect").getBBox(),
    }));
    if (nodes.length === 0 || picture.getBoundingClientRect().width < 50) faults.push(`${name}: nothing is drawn`);
    for (const [i, { group, title, box }] of nodes.entries()) {
      if (!inside(box, canvas)) faults.push(`${name}: ${title} is outside the picture`);
      for (const text of group.querySelectorAll("text")) {
        if (!inside(text.getBBox(), box)) faults.push(`${name}: '${text.textContent}' leaves its node`);
        const ratio = contrast(getComputedStyle(text).fill, getComputedStyle(group.querySelector("rect")).fill);
        if (ratio < 4.5) faults.push(`${name}: '${text.textContent}' has a contrast of ${ratio}`);
      }
      const edge = contrast(getComputedStyle(group.querySelector("rect")).stroke, back);
      if (edge < 3) faults.push(`${name}: the edge of ${title} has a contrast of ${edge}`);
      for (const other of nodes.slice(i + 1)) {
        if (overlap(box, other.box)) faults.push(`${name}: ${title} lies on ${other.title}`);
      }
    }
    for (const label of picture.querySelectorAll(":scope > text")) {
      const box = label.getBBox();
      if (!inside(box, canvas)) faults.push(`${name}: '${label.textContent}' is outside the picture`);
      const under = nodes.find((node) => overlap(box, node.box));
      if (under) faults.push(`${name}: '${label.textContent}' lies on ${under.title}`);
      if (contrast(getComputedStyle(label).fill, back) < 4.5) faults.push(`${name}: '${label.textContent}' is faint`);
    }
    const lines = [...picture.querySelectorAll("path.line")];
    if (nodes.length > 1 && lines.length === 0) faults.push(`${name}: no lines`);
    for (const line of lines) {
      for (let at = 3; at < line.getTotalLength() - 3; at += 3) {
        const { x, y } = line.getPointAtLength(at);
        const crossed = nodes.find(({ box }) =>
          x > box.x + 1 && x < box.x + box.width - 1 && y > box.y + 1 && y < box.y + box.height - 1);
        if (crossed) {
          faults.push(`${name}: a line runs behind ${crossed.title}`);
          break;
        }
      }
    }
  }
  return pictures.length === 0 ? ["no picture at all"] : faults;
}

/** What sticks out of the page to the right, where nothing that scrolls on its own holds it. */
export function faultsOfWidth() {
  const wide = [...document.querySelectorAll("body *")].filter((element) =>
    !element.closest("figure,nav,.skip") && element.getBoundingClientRect().right > innerWidth + 1);
  return [
    ...(document.documentElement.scrollWidth > innerWidth ? [`the page is ${document.documentElement.scrollWidth} wide`] : []),
    ...wide.map((element) => `<${element.localName}> '${element.textContent.slice(0, 40)}' sticks out`),
  ];
}
