// A controller that speaks OPC UA, on npm's node-opcua-server. It says "certificate FILE", "port N" and then one line for each
// write. It takes no SP above 90, and MODE cannot be written.
const path = require('path')
const {OPCUAServer} = require('node-opcua-server')
const {MessageSecurityMode, SecurityPolicy} = require('node-opcua-secure-channel')
const {Variant, DataType} = require('node-opcua-variant')
const {StatusCodes} = require('node-opcua-status-code')
const {OPCUACertificateManager} = require('node-opcua-certificate-manager')
const main = async () => {
  const serverCertificateManager = new OPCUACertificateManager({rootFolder: 'pki', automaticallyAcceptUnknownCertificate: true})
  await serverCertificateManager.initialize()
  const server = new OPCUAServer({
    port: 0, host: '127.0.0.1', hostname: '127.0.0.1', serverCertificateManager, allowAnonymous: true,
    securityModes: [MessageSecurityMode.None, MessageSecurityMode.SignAndEncrypt],
    securityPolicies: [SecurityPolicy.None, SecurityPolicy.Basic256Sha256]
  })
  await server.initialize()
  const space = server.engine.addressSpace.getOwnNamespace()
  const folder = space.addFolder('ObjectsFolder', {browseName: 'LIC-1'})
  const variable = (name, dataType, value, accessLevel = 'CurrentRead | CurrentWrite') => {
    let now = value
    space.addVariable({
      organizedBy: folder, browseName: name, nodeId: `s=${name}`, dataType: DataType[dataType], minimumSamplingInterval: 100,
      accessLevel, userAccessLevel: accessLevel,
      value: {
        get: () => new Variant({dataType: DataType[dataType], value: now}),
        set: variant => {
          if (name === 'SP' && variant.value > 90) return StatusCodes.BadOutOfRange
          now = variant.value
          console.log(`write ${name} ${now}`)
          return StatusCodes.Good
        }
      }
    })
  }
  variable('SP', 'Float', 50)
  variable('PV', 'Float', 42.5)
  variable('MODE', 'Int16', 1, 'CurrentRead')
  variable('LOCK', 'Boolean', true)
  variable('NAME', 'String', 'LIC-1')
  await server.start()
  console.log(`certificate ${path.resolve(server.certificateFile)}`)
  console.log(`port ${server.endpoints[0].port}`)
}
main().catch(error => {
  console.error(error)
  process.exit(1)
})
