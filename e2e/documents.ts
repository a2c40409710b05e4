/** The curl examples of the five gateway documents, paths and bodies as printed there. */
export interface DocumentedCall {
  readonly title: string;
  readonly model: string;
  readonly path: string;
  readonly body: string;
  /** Picture addresses as printed, in need of reachable ones. */
  readonly pictures: readonly { readonly address: string; readonly is: "picture" | "mask" }[];
  readonly output: "one" | "list";
}

const delivery = "https://replicate.delivery/pbxt";
const cartoon = `${delivery}/N55l5TWGh8mSlNzW8usReoaNhGbFwvLeZR3TX1NL4pd2Wtfv/replicate-prediction-f2d25rg6gnrma0cq257vdw2n4c.png`;
const car = `${delivery}/N5YURZv4ifaW2bMwU7hmrwzgtxf99DTQXpBeobLt1O7dEc3h/pexels-jmark-253096.jpg`;
const hole = `${delivery}/M0hxLu8a1YBcybWuumSsfoEec8ooer6JZ2fR28vuM1U0CN9m/74b40bb1-364a-461a-bec5-200a38c7bc87.png`;
const plain = `${delivery}/M0hxMJeO7wFCMr7QYNZsjRxzHhz6ntlLllMteRQNsRD7f3Nf/flux-fill-dev.webp`;
const woman = `${delivery}/N7gRAUNcVF6HarL0hdAQA2JYNMlJD52LP1wyaIWRUXWeHzqT/0_1-1.webp`;
const house = `${delivery}/N7gRAK5kbPwdsbOpqgyAIOFQX45U6suTlbL6ws2N74SnGFpo/test.jpg`;

export const documentedCalls: readonly DocumentedCall[] = [
  {
    title: "Flux Kontext Pro",
    model: "black-forest-labs/flux-kontext-pro",
    path: "/replicate/v1/models/black-forest-labs/flux-kontext-pro/predictions",
    body: `{
    "input": {
        "prompt": "Make this a 90s cartoon",
        "input_image": "${cartoon}",
        "aspect_ratio": "match_input_image",
        "output_format": "jpg",
        "safety_tolerance": 2,
        "prompt_upsampling": false
    }
}`,
    pictures: [{ address: cartoon, is: "picture" }],
    output: "one",
  },
  {
    title: "Flux Kontext Dev",
    model: "black-forest-labs/flux-kontext-dev",
    path: "/replicate/v1/models/black-forest-labs/flux-kontext-dev/predictions",
    body: `{
    "input": {
      "prompt": "Change the car color to red, turn the headlights on",
      "go_fast": true,
      "guidance": 2.5,
      "input_image": "${car}",
      "aspect_ratio": "match_input_image",
      "output_format": "jpg",
      "output_quality": 80,
      "num_inference_steps": 30
    }
  }`,
    pictures: [{ address: car, is: "picture" }],
    output: "one",
  },
  {
    title: "Flux 1.1 Pro",
    model: "black-forest-labs/flux-1.1-pro",
    path: "/replicate/v1/models/black-forest-labs/flux-1.1-pro/predictions",
    body: String.raw`{
"input": {
"prompt": "black forest gateau cake spelling out the words \"FLUX 1.1 Pro\", tasty, food photography",
"prompt_upsampling": true
}
}`,
    pictures: [],
    output: "one",
  },
  {
    title: "Flux Fill Dev",
    model: "black-forest-labs/flux-fill-dev",
    path: "/replicate/v1/models/black-forest-labs/flux-fill-dev/predictions",
    body: `{
    "input": {
        "mask": "${hole}",
        "image": "${plain}",
        "prompt": "a spaceship",
        "guidance": 30,
        "lora_scale": 1,
        "megapixels": "1",
        "num_outputs": 2,
        "output_format": "webp",
        "output_quality": 80,
        "num_inference_steps": 28
    }
}`,
    pictures: [
      { address: hole, is: "mask" },
      { address: plain, is: "picture" },
    ],
    output: "list",
  },
  {
    title: "Multi-Image Kontext Pro",
    model: "flux-kontext-apps/multi-image-kontext-pro",
    path: "/replicate/v1/models/flux-kontext-apps/multi-image-kontext-pro/predictions",
    body: `{
 "input": {
 "prompt": "Put the woman next to the house",
 "aspect_ratio": "match_input_image",
 "input_image_1": "${woman}",
 "input_image_2": "${house}",
 "output_format": "png",
 "safety_tolerance": 2
 }
 }`,
    pictures: [
      { address: woman, is: "picture" },
      { address: house, is: "picture" },
    ],
    output: "one",
  },
];
