// Reads a controller with npm's node-opcua; arguments: its address, its name and, for a client that writes too, the folder of a
// guest. Without that it speaks without security, as old firmware offers it.
const fs = require('fs')
const path = require('path')
const {OPCUAClient, MessageSecurityMode, SecurityPolicy, AttributeIds, UserTokenType, DataType} = require('node-opcua-client')
const {OPCUACertificateManager} = require('node-opcua-certificate-manager')
const [, , host, name, guest] = process.argv
const secured = () => ({
  securityMode: MessageSecurityMode.Sign, securityPolicy: SecurityPolicy.Basic256Sha256,
  certificateFile: path.join(guest, 'guest.crt'), privateKeyFile: path.join(guest, 'guest.key'),
  applicationUri: 'urn:bumpless:guest'
})
const authority = () =>
  Buffer.from(fs.readFileSync(path.join(guest, 'ca.crt'), 'utf8').replace(/-----[^-]+-----|\s/g, ''), 'base64')
const login = () => {
  const [userName, password] = fs.readFileSync(path.join(guest, 'login.txt'), 'utf8').split('\n')
  return {type: UserTokenType.UserName, userName, password}
}
const main = async () => {
  const clientCertificateManager = new OPCUACertificateManager({rootFolder: 'pki', automaticallyAcceptUnknownCertificate: true})
  await clientCertificateManager.initialize()
  if (guest) await clientCertificateManager.addIssuer(authority(), false, true)
  const client = OPCUAClient.create({
    clientCertificateManager, endpointMustExist: false, connectionStrategy: {maxRetry: 1, initialDelay: 200},
    ...(guest ? secured() : {securityMode: MessageSecurityMode.None, securityPolicy: SecurityPolicy.None})
  })
  await client.connect(`opc.tcp://${host}:4840`)
  const session = await client.createSession(guest ? login() : undefined)
  const namespaces = await session.readNamespaceArray()
  const index = namespaces.indexOf('urn:bumpless:plant')
  const node = tag => ({nodeId: `ns=${index};s=${name}.${tag}`, attributeId: AttributeIds.Value})
  const read = async tag => {
    const value = await session.read(node(tag))
    if (!value.statusCode.isGood()) throw new Error(`${tag} in namespace ${index}: ${value.statusCode}`)
    return value.value.value
  }
  const said = {before: {PV: await read('PV'), SP: await read('SP')}}
  if (guest) {
    const written = await session.write({...node('SP'), value: {value: {dataType: DataType.Float, value: 57.5}}})
    if (!written.isGood()) throw new Error(`SP not written: ${written}`)
    const until = Date.now() + 5000
    while (await read('SP') !== 57.5 && Date.now() < until) await new Promise(done => setTimeout(done, 20))
    said.after = {SP: await read('SP')}
  }
  console.log(JSON.stringify(said))
  await session.close()
  await client.disconnect()
  process.exit(0)
}
main().catch(error => { console.error(error); process.exit(1) })
setTimeout(() => { console.error('no end within 30 s'); process.exit(1) }, 30000).unref()
