// Reads a controller with npm's node-opcua, without security as old firmware offers it; arguments: its address and name.
const {OPCUAClient, MessageSecurityMode, SecurityPolicy, AttributeIds} = require('node-opcua-client')
const {OPCUACertificateManager} = require('node-opcua-certificate-manager')
const [, , host, name] = process.argv
const main = async () => {
  const clientCertificateManager = new OPCUACertificateManager({rootFolder: 'pki', automaticallyAcceptUnknownCertificate: true})
  await clientCertificateManager.initialize()
  const client = OPCUAClient.create({
    clientCertificateManager,
    endpointMustExist: false, securityMode: MessageSecurityMode.None, securityPolicy: SecurityPolicy.None,
    connectionStrategy: {maxRetry: 1, initialDelay: 200}
  })
  await client.connect(`opc.tcp://${host}:4840`)
  const session = await client.createSession()
  const namespaces = await session.readNamespaceArray()
  const index = namespaces.indexOf('urn:bumpless:plant')
  const read = async tag => {
    const value = await session.read({nodeId: `ns=${index};s=${name}.${tag}`, attributeId: AttributeIds.Value})
    if (!value.statusCode.isGood()) throw new Error(`${tag} in namespace ${index}: ${value.statusCode}`)
    return value.value.value
  }
  console.log(JSON.stringify({before: {PV: await read('PV'), SP: await read('SP')}}))
  await session.close()
  await client.disconnect()
  process.exit(0)
}
main().catch(error => { console.error(error); process.exit(1) })
setTimeout(() => { console.error('no end within 30 s'); process.exit(1) }, 30000).unref()
