export { firstYear, grassPage } from "./core/grass/grassPage.ts";
export { grassSvg } from "./core/grass/grassSvg.ts";
