# The reference policy of a plant for Open Policy Agent 0.59 and later, 1.x too: who may touch a controller, and when.
#
# It means the same as ../plant.cedar, where each condition stands with its source. It is asked for data.plant.decision with an
# AuthZEN access evaluation request as input:
#
#     opa run --server --addr 127.0.0.1:8181 scenarios/suts/reference/policies/rego
#     curl -d '{"input": {"subject": ...}}' http://127.0.0.1:8181/v1/data/plant/decision
#
# The decision is undefined for an input that is not understood, so that a misspelt attribute is not taken for a denial.
package plant

import rego.v1

default allow := false

allow if maintenance

allow if standing_business

decision := {"allow": allow, "reasons": [reason | some reason in reasons]} if understood

# Maintenance. A person may read and write a controller at L1, but not in a zone of SL-T 4, with a second factor, a valid
# certificate, a healthy device, as a member of controls engineering, under a change ticket whose window is open: the first
# moment counts, the last does not. Writing is for a lead engineer only.
maintenance if {
	understood
	input.subject.type == "person"
	properties.mfa
	properties.svid_valid
	properties.edr_healthy
	"controls-engineering" in properties.groups
	input.resource.properties.level == "L1"
	input.resource.properties.sl_target != "SL4"
	opens <= now
	now < closes
	may_act
}

may_act if input.action.name == "read"

may_act if {
	input.action.name == "write"
	properties.role == "lead-engineer"
}

# Standing business. A station may read or write what a flow of the plant file lets it, with a valid certificate and from a
# healthy device. No ticket, no second factor, no window: an operator's hand never waits for a ticket.
standing_business if {
	understood
	input.subject.type == "workload"
	properties.svid_valid
	properties.edr_healthy
	flow_covers
}

flow_covers if input.context.declared_flow == "reads_and_writes"

flow_covers if {
	input.context.declared_flow == "reads"
	input.action.name == "read"
}

# Why the door is shut, for the engineer who stands before it.

reasons contains "the plant's directory does not know this subject" if input.subject.type == "unknown"

reasons contains "the certificate is not valid now or not from the plant CA" if not properties.svid_valid

reasons contains "endpoint detection does not call the device healthy" if not properties.edr_healthy

reasons contains "no second factor in this shift" if {
	input.subject.type == "person"
	not properties.mfa
}

reasons contains "not a member of controls-engineering" if {
	input.subject.type == "person"
	not "controls-engineering" in properties.groups
}

reasons contains "maintenance is for controllers at L1 only" if {
	input.subject.type == "person"
	input.resource.properties.level != "L1"
}

reasons contains "no maintenance in a zone of SL-T 4 by this policy" if {
	input.subject.type == "person"
	input.resource.properties.sl_target == "SL4"
}

reasons contains "no change ticket names this person and this controller" if {
	input.subject.type == "person"
	not input.context.ticket
}

reasons contains "the change window has not opened yet" if {
	input.subject.type == "person"
	now < opens
}

reasons contains "the change window has closed" if {
	input.subject.type == "person"
	closes <= now
}

reasons contains "writing is for the role lead-engineer" if {
	input.subject.type == "person"
	input.action.name == "write"
	properties.role != "lead-engineer"
}

reasons contains "the plant file declares no such flow for this station" if {
	input.subject.type == "workload"
	input.context.declared_flow == "none"
}

reasons contains "the plant file declares a flow that only reads" if {
	input.subject.type == "workload"
	input.action.name == "write"
	input.context.declared_flow == "reads"
}

# What is asked, and whether it can be understood.

properties := input.subject.properties

now := time.parse_rfc3339_ns(input.context.time)

opens := time.parse_rfc3339_ns(input.context.ticket.opens)

closes := time.parse_rfc3339_ns(input.context.ticket.closes)

understood if {
	input.subject.type in {"person", "workload", "unknown"}
	is_boolean(properties.mfa)
	is_boolean(properties.svid_valid)
	is_boolean(properties.edr_healthy)
	is_array(properties.groups)
	is_string(properties.role)
	input.action.name in {"read", "write"}
	input.resource.type == "controller"
	input.resource.properties.level in {"L0", "L1", "L2", "L3", "L3.5", "L4", "L5"}
	input.resource.properties.sl_target in {"SL1", "SL2", "SL3", "SL4"}
	is_string(input.context.protocol)
	input.context.declared_flow in {"none", "reads", "reads_and_writes"}
	is_number(now)
	ticket_understood
}

ticket_understood if not "ticket" in object.keys(input.context)

ticket_understood if {
	is_number(opens)
	is_number(closes)
}
