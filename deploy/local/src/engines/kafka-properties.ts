/** EncryptedPorts are ports at which the broker speaks TLS: a network as real deployments have it, which a test stands for. */
export interface EncryptedPorts {
	readonly port: number;
	/** Here it asks for a name and a password too. */
	readonly namedPort: number;
	/** PEM file of the broker's key and certificate. */
	readonly keyStore: string;
	readonly users: Readonly<Record<string, string>>;
}

export interface KafkaPorts {
	readonly port: number;
	readonly controllerPort: number;
	/** Further ports, each with the one that clients are told instead of it: a network that a test stands for. */
	readonly links?: readonly { readonly listen: number; readonly advertised: number }[];
	readonly encrypted?: EncryptedPorts;
}

interface Listener {
	readonly name: string;
	readonly protocol: string;
	readonly listen: number;
	/** What clients are told; a controller tells nobody. */
	readonly advertised: number | null;
}

const listenersOf = ({ port, controllerPort, links = [], encrypted }: KafkaPorts): readonly Listener[] => [
	{ name: 'PLAINTEXT', protocol: 'PLAINTEXT', listen: port, advertised: port },
	...links.map((link, index) => ({ name: `LINK${index}`, protocol: 'PLAINTEXT', ...link })),
	...(encrypted
		? [
				{ name: 'INSIDE', protocol: 'SSL', listen: encrypted.port, advertised: encrypted.port },
				{ name: 'NAMED', protocol: 'SASL_SSL', listen: encrypted.namedPort, advertised: encrypted.namedPort },
			]
		: []),
	{ name: 'CONTROLLER', protocol: 'PLAINTEXT', listen: controllerPort, advertised: null },
];

const encryptedProperties = ({ keyStore, users }: EncryptedPorts) => ({
	'ssl.keystore.type': 'PEM',
	'ssl.keystore.location': keyStore,
	'listener.name.named.sasl.enabled.mechanisms': 'PLAIN',
	'listener.name.named.plain.sasl.jaas.config': [
		'org.apache.kafka.common.security.plain.PlainLoginModule required',
		...Object.entries(users).map(([name, password]) => `user_${name}="${password}"`),
	]
		.join(' ')
		.concat(';'),
});

/** renderKafkaProperties gives the broker's configuration: one node that is broker and controller, loopback only. */
export const renderKafkaProperties = (ports: KafkaPorts, logDir: string): string => {
	const listeners = listenersOf(ports);
	return Object.entries({
		'process.roles': 'broker,controller',
		'node.id': 1,
		'controller.quorum.voters': `1@127.0.0.1:${ports.controllerPort}`,
		listeners: listeners.map(({ name, listen }) => `${name}://127.0.0.1:${listen}`).join(','),
		'advertised.listeners': listeners
			.flatMap(({ name, advertised }) => (advertised === null ? [] : [`${name}://127.0.0.1:${advertised}`]))
			.join(','),
		'controller.listener.names': 'CONTROLLER',
		'listener.security.protocol.map': listeners.map(({ name, protocol }) => `${name}:${protocol}`).join(','),
		...(ports.encrypted && encryptedProperties(ports.encrypted)),
		'log.dirs': logDir,
		'auto.create.topics.enable': false,
		'num.partitions': 1,
		'default.replication.factor': 1,
		'offsets.topic.replication.factor': 1,
		'offsets.topic.num.partitions': 4,
		'transaction.state.log.replication.factor': 1,
		'transaction.state.log.min.isr': 1,
		'transaction.state.log.num.partitions': 4,
		'share.coordinator.state.topic.replication.factor': 1,
		'share.coordinator.state.topic.min.isr': 1,
		// A group of one member has nobody to wait for.
		'group.initial.rebalance.delay.ms': 0,
		// After a crash the same node is let in again only when its old session is over: by default after 9 s. It asks after 0.1 s, then
		// after twice as long each time: at 3.1 s, and not before 6.3 s again. Two seconds, with a beat a second, are too few: on an
		// overloaded machine the controller took its own broker for dead, and nobody could write.
		'broker.session.timeout.ms': 3_000,
		'broker.heartbeat.interval.ms': 500,
		// A demonstration's clock may be ahead of the machine's.
		'log.message.timestamp.after.max.ms': '9223372036854775807',
		// What is too old goes within half a minute instead of five: a test can wait for it.
		'log.retention.check.interval.ms': 30_000,
		// Its default, 128 MB, would be half of our heap.
		'log.cleaner.dedupe.buffer.size': 8 * 1024 * 1024,
		'num.network.threads': 2,
		'num.io.threads': 4,
		'background.threads': 2,
	})
		.map(([key, value]) => `${key}=${value}`)
		.join('\n');
};
