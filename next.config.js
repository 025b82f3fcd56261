/** A static export: there is no server side, so no row can be sent to one. */
export default {
  output: 'export',
  trailingSlash: true,
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm test` type-checks everything, tests included, once.
  typescript: { ignoreBuildErrors: true },
  sassOptions: { quietDeps: true },
};
