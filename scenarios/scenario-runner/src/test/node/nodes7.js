// Reads and writes a controller with npm's nodes7; argument: its address.
const NodeS7 = require('nodes7')
const connection = new NodeS7({silent: true})
const places = {PV: 'DB1,REAL0', SP: 'DB1,REAL20', MODE: 'DB1,INT28', ESD: 'DB1,X100.3'}
const fail = (what, error) => { console.error(what, error); process.exit(1) }
connection.initiateConnection({port: 102, host: process.argv[2], rack: 0, slot: 2, timeout: 5000}, error => {
  if (error) fail('connect', error)
  connection.setTranslationCB(name => places[name])
  connection.addItems(Object.keys(places))
  connection.readAllItems((bad, before) => {
    if (bad) fail('read', before)
    connection.writeItems(['SP', 'ESD'], [63.5, true], bad => {
      if (bad) fail('write', bad)
      setTimeout(() => connection.readAllItems((bad, after) => {
        if (bad) fail('read again', after)
        console.log(JSON.stringify({before, after}))
        connection.dropConnection(() => process.exit(0))
      }), 200)
    })
  })
})
setTimeout(() => fail('no end within', '30 s'), 30000).unref()
