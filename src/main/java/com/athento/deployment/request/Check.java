package com.athento.deployment.request;

import com.athento.deployment.intervention.Plan;
import com.athento.deployment.intervention.Route;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.intervention.UpdateAge;
import com.athento.deployment.intervention.VersionAge;
import com.athento.deployment.record.OtherIntervention;
import com.athento.deployment.schedule.slots.Agenda;
import com.athento.deployment.schedule.slots.Slots;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a request is checked against.
 *
 * @param windowSetAt when the revision that set the window was submitted, to the second
 * @param leadTime what the procedure asks for between submission and window
 * @param age of the instance's version
 * @param limit how old a version may be for an update at this severity; empty where none is possible, and where it does
 *     not matter
 * @param route what the update policy makes of severity, age and size of the change
 * @param others what else is under way on the same instance
 * @param proof where the target version has proven itself
 * @param lost the fixes on the instance of which nobody has said what becomes of them
 * @param agenda what stands in the way of a window around the planned time
 * @param next when it would be possible instead; looked for only where something does
 */
record Check(
        Plan plan,
        Severity severity,
        Instant windowSetAt,
        Duration leadTime,
        VersionAge age,
        Optional<UpdateAge> limit,
        Route route,
        List<OtherIntervention> others,
        Proof proof,
        LostFixes lost,
        Agenda agenda,
        Supplier<Slots> next) {}
