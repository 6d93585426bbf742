# opa test scenarios/suts/reference/policies/rego
package plant_test

import data.plant

import rego.v1

engineer := {
	"subject": {
		"type": "person",
		"id": "spiffe://tank-farm/person/anna",
		"properties": {
			"mfa": true,
			"svid_valid": true,
			"groups": ["controls-engineering"],
			"role": "lead-engineer",
			"edr_healthy": true,
		},
	},
	"action": {"name": "write"},
	"resource": {"type": "controller", "id": "LIC-101", "properties": {"level": "L1", "sl_target": "SL2"}},
	"context": {
		"time": "2026-03-01T08:00:00Z",
		"protocol": "modbus-tcp",
		"ticket": {"id": "CHG-1", "opens": "2026-03-01T07:00:00Z", "closes": "2026-03-01T09:00:00Z"},
		"declared_flow": "none",
	},
}

station := object.union(engineer, {
	"subject": {"type": "workload", "properties": {"mfa": false, "groups": [], "role": ""}},
	"context": {"declared_flow": "reads_and_writes"},
})

test_a_lead_engineer_writes if {
	plant.decision == {"allow": true, "reasons": []} with input as engineer
}

test_the_last_moment_of_the_window_does_not_count if {
	late := object.union(engineer, {"context": {"time": "2026-03-01T09:00:00Z"}})
	plant.decision == {"allow": false, "reasons": ["the change window has closed"]} with input as late
}

test_the_nanosecond_before_it_counts if {
	in_time := object.union(engineer, {"context": {"time": "2026-03-01T08:59:59.999999999Z"}})
	plant.decision.allow with input as in_time
}

test_a_station_acts_without_a_ticket if {
	alone := json.remove(station, ["context/ticket"])
	plant.decision.allow with input as alone
}

test_a_flow_that_reads_does_not_write if {
	reading := object.union(station, {"context": {"declared_flow": "reads"}})
	not plant.decision.allow with input as reading
}

test_what_is_not_understood_is_no_denial if {
	mistyped := object.union(engineer, {"subject": {"properties": {"mfa": "true"}}})
	not plant.decision with input as mistyped
	missing := json.remove(engineer, ["context/time"])
	not plant.decision with input as missing
}
