package org.bumpless.runner.bench;

import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.Effect;
import org.bumpless.plc.scan.ControllerProgram;

/** What stands behind virtual controllers, where something does. */
interface RealSide {

  /** A plant that is virtual through and through. */
  RealSide NONE =
      new RealSide() {
        @Override
        public ControllerProgram before(Asset.Controller controller, ControllerProgram program) {
          return program;
        }

        @Override
        public void changed(Effect effect) {}
      };

  /** The program that a controller runs in place of one, so that it shows what is behind it. */
  ControllerProgram before(Asset.Controller controller, ControllerProgram program);

  /** A write took hold in a virtual controller; on the scan thread, must not block. */
  void changed(Effect effect);
}
