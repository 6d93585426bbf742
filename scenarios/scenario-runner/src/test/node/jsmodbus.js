// Reads and writes a controller with npm's jsmodbus; argument: its address.
const modbus = require('jsmodbus')
const net = require('net')
const socket = new net.Socket()
const client = new modbus.client.TCP(socket, 1, 5000)
const fail = error => { console.error(error); process.exit(1) }
const real = async read => (await read).response.body.valuesAsBuffer.readFloatBE(0)
socket.on('error', fail)
socket.on('connect', async () => {
  try {
    const before = await real(client.readInputRegisters(0, 2))
    const value = Buffer.alloc(4)
    value.writeFloatBE(58.25)
    await client.writeMultipleRegisters(0, value)
    await client.writeSingleCoil(1, true)
    await new Promise(done => setTimeout(done, 200))
    const after = await real(client.readHoldingRegisters(0, 2))
    console.log(JSON.stringify({before: {PV: before}, after: {SP: after}}))
    socket.end()
  } catch (error) { fail(error) }
})
socket.connect({host: process.argv[2], port: 502})
setTimeout(() => fail('no end within 30 s'), 30000).unref()
