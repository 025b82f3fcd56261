export default function P() {
  return <p>data</p>;
}
