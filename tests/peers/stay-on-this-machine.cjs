// Keeps a program of others on this machine: it listens on loopback alone, and finds no other host.
const dns = require('node:dns');
const net = require('node:net');

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (...given) {
  const [where] = given;
  if (where !== null && typeof where === 'object' && 'port' in where) return listen.call(this, { ...where, host: '127.0.0.1' }, ...given.slice(1));
  if (/^\d+$/.test(String(where))) return listen.call(this, Number(where), '127.0.0.1', ...given.filter((each) => typeof each === 'function'));
  return listen.apply(this, given);
};

const lookup = dns.lookup;
dns.lookup = function (host, ...rest) {
  if (host === 'localhost' || net.isIP(host)) return lookup.call(this, host, ...rest);
  const done = rest.pop();
  process.nextTick(() => done(Object.assign(new Error(`${host} is not on this machine`), { code: 'ENOTFOUND' })));
};
